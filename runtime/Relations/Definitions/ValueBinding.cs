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
        else if (typeof(T) == typeof(string) || value is string)
        {
            values.Bind(ordinal, (string?)(object?)value);
        }
        else if (typeof(T) == typeof(byte[]) || value is byte[])
        {
            values.Bind(ordinal, (byte[]?)(object?)value);
        }
        else
        {
            values.Bind<object?>(ordinal, value);
        }
    }

    /// <summary>Hands over a null of the type by which a column is stored. A statement whose null has no type is another one to a server, which prepares statements for the types of their parameters.</summary>
    public static void BindNull<TBinder>(ref TBinder values, int ordinal, ColumnType type) where TBinder : struct, IValueBinder
    {
        switch (type)
        {
            case ColumnType.Boolean: values.Bind<bool?>(ordinal, null); break;
            case ColumnType.SByte or ColumnType.Byte or ColumnType.Int16: values.Bind<short?>(ordinal, null); break;
            case ColumnType.UInt16 or ColumnType.Int32: values.Bind<int?>(ordinal, null); break;
            case ColumnType.UInt32 or ColumnType.Int64: values.Bind<long?>(ordinal, null); break;
            case ColumnType.UInt64: values.Bind<ulong?>(ordinal, null); break;
            case ColumnType.Single: values.Bind<float?>(ordinal, null); break;
            case ColumnType.Double: values.Bind<double?>(ordinal, null); break;
            case ColumnType.Decimal: values.Bind<decimal?>(ordinal, null); break;
            case ColumnType.Guid: values.Bind<Guid?>(ordinal, null); break;
            case ColumnType.DateTime: values.Bind<DateTime?>(ordinal, null); break;
            case ColumnType.DateTimeOffset: values.Bind<DateTimeOffset?>(ordinal, null); break;
            case ColumnType.DateOnly: values.Bind<DateOnly?>(ordinal, null); break;
            case ColumnType.TimeOnly: values.Bind<TimeOnly?>(ordinal, null); break;
            case ColumnType.TimeSpan: values.Bind<TimeSpan?>(ordinal, null); break;
            case ColumnType.Bytes: values.Bind<byte[]?>(ordinal, null); break;
            default: values.Bind<string?>(ordinal, null); break;
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
