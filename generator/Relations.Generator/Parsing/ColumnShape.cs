using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>A property that has a column, with its symbol.</summary>
internal sealed record ColumnShape(IPropertySymbol Property, PropertyAttributes Attributes, PropertyModel Model)
{
    public string Name => Model.Name;
}
