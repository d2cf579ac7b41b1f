namespace Relations;

/// <summary>Makes a class or record an entity: a row of a table, with a generated repository.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EntityAttribute : Attribute
{
    /// <summary>Names of properties that are unique together. For a single property, use <see cref="UniqueAttribute"/>.</summary>
    public string[]? Unique { get; set; }
}
