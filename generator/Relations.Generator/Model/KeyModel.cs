namespace Relations.Generator.Model;

/// <summary>A key of an entity: its primary key, or one end of a relation.</summary>
/// <param name="Properties">The names of its properties, in the key's order.</param>
/// <param name="Type">The key's type as emitted code writes it: a value's, never nullable, or a named tuple.</param>
internal sealed record KeyModel(EquatableArray<string> Properties, string Type)
{
    /// <summary>The names as settings write them: <c>Number, Code</c>.</summary>
    public string Names => string.Join(", ", Properties);

    public bool Has(string property) => Properties.Any(name => name == property);

    /// <summary>The only property, or null for a composite key.</summary>
    public string? Single => Properties.Count == 1 ? Properties[0] : null;
}
