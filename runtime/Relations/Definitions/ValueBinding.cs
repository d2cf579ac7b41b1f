using System.Runtime.InteropServices;

namespace Relations.Definitions;

/// <summary>Hands values to a binder in code that is shared by several types of values, as code for reference types is.</summary>
/// <remarks>
/// There a binder's generic methods are called for types that are known to the compiler. .NET 8, compiling ahead of time, gives a struct's generic method a wrong <c>this</c>
/// where a type argument is known only when the program runs (dotnet/runtime#99198, mended in .NET 9).
/// </remarks>
internal static class ValueBinding
{
    public static void Bind<TBinder, T>(ref TBinder values, int ordinal, T value) where TBinder : struct, IValueBinder
    {
        if (typeof(T).IsValueType)
        {
            values.Bind(ordinal, value);
        }
        else if (value is string text)
        {
            values.Bind(ordinal, text);
        }
        else
        {
            values.Bind<object?>(ordinal, value);
        }
    }

    public static void BindList<TBinder, T>(ref TBinder values, int ordinal, List<T> list) where TBinder : struct, IValueBinder
    {
        if (typeof(T).IsValueType)
        {
            values.BindList<T>(ordinal, CollectionsMarshal.AsSpan(list));
        }
        else if (list is List<string> texts)
        {
            values.BindList<string>(ordinal, CollectionsMarshal.AsSpan(texts));
        }
        else
        {
            values.BindList<byte[]>(ordinal, CollectionsMarshal.AsSpan((List<byte[]>)(object)list));
        }
    }
}
