namespace Relations;

/// <summary>No two rows have the same value in this property's column.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UniqueAttribute : Attribute;
