using System.Globalization;
using System.Text;
using Relations.Definitions;

namespace Relations.Schema;

/// <summary>Writes a model as a Mermaid entity relationship diagram.</summary>
public static class MermaidDiagram
{
    /// <summary>The diagram's text, to be put into a Markdown page.</summary>
    public static string Write(ModelDefinition model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder("erDiagram\n");
        foreach (var entity in model.Entities)
        {
            WriteEntity(text, entity);
        }

        foreach (var relation in model.Entities.SelectMany(static entity => entity.Relations.Values))
        {
            WriteRelation(text, relation);
        }

        return text.ToString();
    }

    private static void WriteEntity(StringBuilder text, EntityDefinition entity)
    {
        text.Append(CultureInfo.InvariantCulture, $"    {entity.Name} {{\n");
        foreach (var property in entity.Properties)
        {
            var key = property.Is(PropertyKinds.PrimaryKey) ? " PK" : property.Is(PropertyKinds.Unique) ? " UK" : "";
            text.Append(CultureInfo.InvariantCulture, $"        {property.Type.Name.Replace("[]", "Array", StringComparison.Ordinal)} {property.Name}{key}\n");
        }

        text.Append("    }\n");
    }

    private static void WriteRelation(StringBuilder text, RelationDefinition relation)
    {
        var (line, label) = relation switch
        {
            HasManyDefinition { Through: { } through } => ("}o--o{", $"{relation.Name} through {through.Model.Name}"),
            { Type: RelationType.BelongsTo } => (IsOptional(relation.KeyFromProperties) ? "}o--o|" : "}o--||", relation.Name),
            _ => ((IsOptional(relation.KeyToProperties) ? "|o" : "||") + (relation.TargetsMany ? "--o{" : "--o|"), relation.Name),
        };
        foreach (var target in relation.Target is PolymorphicTarget { Types: var types } ? types : [relation.Target])
        {
            text.Append(CultureInfo.InvariantCulture, $"    {relation.Source.Name} {line} {target.Name} : \"{label}\"\n");
        }

        // A foreign key that may be null, or that leads to one of several types, leads to none at times.
        bool IsOptional(IReadOnlyList<PropertyDefinition> foreignKey) => relation.Polymorphic is not null || foreignKey.Any(static part => part.IsNullable);
    }
}
