using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Relations.Definitions;

/// <summary>Enums that are stored by name: <c>[Column(TypeName = "text")]</c>.</summary>
public static class EnumNames
{
    /// <summary>The name that is stored for a value; of flags, the names with commas between them.</summary>
    /// <exception cref="ConstraintException">The value has no name.</exception>
    public static string Of<T>(T value) where T : struct, Enum => Known<T>.Names.TryGetValue(value, out var name) ? name : NameOf(value);

    /// <summary>The name that is stored for a value, or null.</summary>
    /// <exception cref="ConstraintException">The value has no name.</exception>
    public static string? Of<T>(T? value) where T : struct, Enum => value is { } given ? Of(given) : null;

    /// <summary>Hands over the name that is stored for a value of an entity. That of an enum without a member 0 may be unset as yet: then it is an error only where it would be stored.</summary>
    /// <exception cref="ConstraintException">The value has no name.</exception>
    public static void Bind<T, TBinder>(ref TBinder values, int ordinal, T value) where T : struct, Enum where TBinder : struct, IValueBinder
    {
        if (Known<T>.Names.TryGetValue(value, out var name))
        {
            values.Bind(ordinal, name);
        }
        else if (EqualityComparer<T>.Default.Equals(value, default))
        {
            values.Bind(ordinal, default(UnnamedEnum<T>));
        }
        else
        {
            values.Bind(ordinal, NameOf(value));
        }
    }

    /// <summary>Hands over the name that is stored for a value of an entity, or null.</summary>
    /// <exception cref="ConstraintException">The value has no name.</exception>
    public static void Bind<T, TBinder>(ref TBinder values, int ordinal, T? value) where T : struct, Enum where TBinder : struct, IValueBinder => values.Bind(ordinal, Of(value));

    /// <summary>The value of a stored name, which <c>char(n)</c> has filled up with spaces.</summary>
    /// <param name="name">The name.</param>
    /// <param name="column">The column, for the error.</param>
    /// <exception cref="RelationsException">The enum has no such name.</exception>
    public static T Read<T>(string name, string column) where T : struct, Enum =>
        Known<T>.Values.TryGetValue(name, out var value) || Known<T>.Values.TryGetValue(name.TrimEnd(' '), out value) || TryReadFlags(name, out value) ? value : throw new RelationsException(
            $"The column '{column}' holds '{name}', which is no name of {typeof(T).Name} ({string.Join(", ", Enum.GetNames<T>())}). Correct the row, or add the member to the enum.");

    /// <summary>The name that is stored for the member with this number, or null where there is none.</summary>
    internal static string? OfNumber(Type type, long number)
    {
        var member = (Enum)Enum.ToObject(type, number); // cut off, where the number is too large for the enum
        return member.ToString() is var name && !char.IsAsciiDigit(name[0]) && name[0] != '-' && member.ToString("D") == number.ToString(CultureInfo.InvariantCulture) ? name : null;
    }

    /// <summary>The error that a value has no name.</summary>
    internal static ConstraintException NoName<T>(T value) where T : struct, Enum =>
        new($"{value} is no member of {typeof(T).Name}, which is stored by name. Nothing was written; give it one of {string.Join(", ", Enum.GetNames<T>())}.");

    private static string NameOf<T>(T value) where T : struct, Enum =>
        value.ToString() is var name && TryReadFlags<T>(name, out _) ? name : throw NoName(value);

    /// <summary>Only what is written as it would be stored: .NET itself would take numbers and blanks too.</summary>
    private static bool TryReadFlags<T>(string name, out T value) where T : struct, Enum =>
        Enum.TryParse(name, out value) && name.Contains(',', StringComparison.Ordinal) && value.ToString() == name;

    [SuppressMessage("Design", "CA1810:Initialize reference type static fields inline", Justification = "One pass fills both.")]
    private static class Known<T> where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Values = new(StringComparer.Ordinal);
        public static readonly Dictionary<T, string> Names = [];

        static Known()
        {
            foreach (var name in Enum.GetNames<T>())
            {
                var value = Enum.Parse<T>(name);
                Values.Add(name, value);
                Names.TryAdd(value, value.ToString()); // of several names for a value, always the same
            }
        }
    }
}
