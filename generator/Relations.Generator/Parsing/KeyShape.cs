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
        : $"({string.Join(", ", Columns.Select(static (column, place) => CSharpText.TupleElement(column.Model.Type, column.Name, place)))})";

    /// <summary>The names that a setting gives, such as <c>"Number, Code"</c>.</summary>
    public static IReadOnlyList<string> Split(string setting) => [.. setting.Split(',').Select(static name => name.Trim())];

    public KeyModel Model => new(Columns.Select(static column => column.Name).ToEquatableArray(), Type);

    /// <summary>Whether the parts have the same types, one by one.</summary>
    public bool HasTypesOf(KeyShape other) => Columns.Select(static column => column.Model.Type).SequenceEqual(other.Columns.Select(static column => column.Model.Type), StringComparer.Ordinal);
}
