using Relations.Generator.Emitting;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>A key of an entity: the properties that make it, in its order.</summary>
internal sealed record KeyShape(IReadOnlyList<ColumnShape> Columns)
{
    public KeyShape(ColumnShape single) : this([single]) { }

    /// <summary>The names as settings write them: <c>Number, Code</c>.</summary>
    public string Names => string.Join(", ", Columns.Select(static column => column.Name));

    /// <summary>The key's type as emitted code writes it: a value's, or a named tuple.</summary>
    public string Type => Columns is [var single]
        ? single.Model.Type
        : $"({string.Join(", ", Columns.Select(static column => $"{column.Model.Type} {CSharpText.Identifier(column.Name)}"))})";

    public KeyModel Model => new(Columns.Select(static column => column.Name).ToEquatableArray(), Type);

    /// <summary>Whether it has the same properties in the same order.</summary>
    public bool IsSame(KeyShape other) => Names == other.Names;
}
