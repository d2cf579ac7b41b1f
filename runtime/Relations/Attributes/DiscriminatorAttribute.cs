namespace Relations;

/// <summary>The value that names this concrete type in a discriminator column. Default: the class's name.</summary>
/// <param name="value">The value stored in the discriminator column.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DiscriminatorAttribute(string value) : Attribute
{
    /// <summary>The value stored in the discriminator column.</summary>
    public string Value { get; } = value;
}
