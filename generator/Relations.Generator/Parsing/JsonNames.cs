using Microsoft.CodeAnalysis;
using Relations.Generator.Emitting;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>The names of an entity's properties in JSON: what <c>[JsonPropertyName]</c> says, else the property's name in camel case.</summary>
internal static class JsonNames
{
    public static string Of(IPropertySymbol property, PropertyAttributes attributes) => attributes.JsonName ?? CSharpText.Camel(property.Name);

    /// <summary>The column that bodies and filters know by the name, or null.</summary>
    public static ColumnShape? ColumnOf(EntityShape shape, string name) =>
        shape.Columns.Find(column => Given(column.Property, column.Attributes).Equals(name, StringComparison.OrdinalIgnoreCase) &&
            Of(column.Property, column.Attributes) == name && !column.Attributes.IsJsonIgnored);

    /// <summary>Reports columns and relations of one name. Case makes no difference, as it makes none to the serializer of ASP.NET Core.</summary>
    public static void Report(ParseScope scope, EntityShape shape, IReadOnlyCollection<RelationModel> relations)
    {
        var known = new Dictionary<string, IPropertySymbol>(StringComparer.OrdinalIgnoreCase);
        var members = shape.Columns.Select(static column => (column.Property, column.Attributes))
            .Concat(shape.Relations.Where(relation => relations.Any(sound => sound.Property == relation.Property.Name)).Select(static relation => (relation.Property, relation.Attributes)));
        foreach (var (property, attributes) in members)
        {
            if (attributes.IsJsonIgnored)
            {
                continue;
            }

            var name = Given(property, attributes);
            if (!known.TryGetValue(name, out var other))
            {
                known.Add(name, property);
                continue;
            }

            var location = attributes.JsonPropertyName is { } attribute ? Syntax.Attribute(attribute, scope.Cancel) : null;
            shape.Problems.Add(new(ProblemKind.JsonNameIsNotUnique, location ?? Syntax.Identifier(property), shape.Type.Name, property.Name, other.Name, Of(property, attributes)));
        }
    }

    /// <summary>The name but for its case.</summary>
    private static string Given(IPropertySymbol property, PropertyAttributes attributes) => attributes.JsonName ?? property.Name;
}
