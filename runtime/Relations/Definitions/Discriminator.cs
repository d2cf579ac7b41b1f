namespace Relations.Definitions;

/// <summary>The property beside a foreign key that names the type of the row that the key refers to. LoopBack's <c>polymorphic.discriminator</c>.</summary>
/// <param name="property">The property's name in C#.</param>
/// <param name="value">The one value that counts, or null where rows of several types do.</param>
public sealed class Discriminator(string property, string? value = null)
{
    /// <summary>The property's name in C#.</summary>
    public string Property { get; } = property;

    /// <summary>The one value that counts, or null where rows of several types do.</summary>
    public string? Value { get; } = value;
}
