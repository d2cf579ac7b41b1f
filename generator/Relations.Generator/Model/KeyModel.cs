namespace Relations.Generator.Model;

/// <summary>The primary key.</summary>
/// <param name="Properties">The names of its properties, in the key's order.</param>
/// <param name="Type">The key's type as emitted code writes it: a value's, or a named tuple.</param>
internal sealed record KeyModel(EquatableArray<string> Properties, string Type);
