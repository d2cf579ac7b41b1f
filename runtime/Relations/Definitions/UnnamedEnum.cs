namespace Relations.Definitions;

/// <summary>The value 0 of an enum that is stored by name and has no member of that number: that of a property that nobody has set.</summary>
internal readonly struct UnnamedEnum<T> : IUnstorable where T : struct, Enum
{
    public RelationsException WhyNot() => EnumNames.NoName(default(T));
}
