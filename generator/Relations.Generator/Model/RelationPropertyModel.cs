namespace Relations.Generator.Model;

/// <summary>How an included relation is put into its property.</summary>
/// <param name="Type">The property's type as emitted code outside the entity writes it, never nullable.</param>
/// <param name="Slot">The field behind a property that the generator implements, else null.</param>
/// <param name="IsSettable">Whether users can put something there.</param>
/// <param name="Assignment">How a value gets into a property that the generator does not implement.</param>
/// <param name="Declaring">The type that declares the property.</param>
/// <param name="IsArray">Whether the delivered list becomes an array.</param>
/// <param name="IsLinks">Whether it takes links instead of targets.</param>
/// <param name="IsNullable">Whether it is declared nullable.</param>
/// <param name="IsDocumented">Whether it has documentation, which its path inherits.</param>
internal sealed record RelationPropertyModel(
    string Type,
    string? Slot,
    bool IsSettable,
    Assignment Assignment,
    string Declaring,
    bool IsArray,
    bool IsLinks,
    bool IsNullable,
    bool IsDocumented);
