using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits what a query lambda gets: the columns and relations.</summary>
internal static class PropertiesEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        var table = Table(name => mapping.Properties.Any(property => property.Name == name) || mapping.Relations.Any(relation => relation.Property == name));
        using (Open(writer, Sentence(entity, mapping), entity.Caution, entity.Visibility, entity.Name + "Properties", table))
        {
            writer.Line();
            foreach (var property in mapping.Properties)
            {
                EmitColumn(writer, entity.Name + "Properties", property, table);
            }

            for (var index = 0; index < mapping.Relations.Count; index++)
            {
                EmitRelation(writer, entity.Name + "Properties", mapping.Relations[index], index, table);
            }
        }
    }

    /// <summary>Emits what the targets of several types have in common, and the way to what one type has for itself.</summary>
    public static void EmitShared(SourceWriter writer, EntityModel entity, RelationModel relation)
    {
        var type = relation.Target.Properties;
        var facts = relation.Polymorphic!;
        var table = Table(name => facts.Properties.Any(property => property.Name == name) || facts.Types.Any(concrete => concrete.Member == name));
        using (Open(writer, $"What the {CSharpText.Words(relation.Property)} of {CSharpText.WithArticle(Prose.One(entity))} have in common, as conditions and orders name it; by type, what else it has.", CautionModel.Graver(entity.Caution, relation.Target.Caution), relation.Visibility, type, table))
        {
            writer.Line();
            foreach (var property in facts.Properties)
            {
                EmitColumn(writer, type, property, table);
            }

            for (var place = 0; place < facts.Types.Count; place++)
            {
                var concrete = facts.Types[place];
                writer.Line();
                writer.Write($"""
                    /// <summary>The columns and relations of those that are a <see cref="{concrete.Entity.Cref}"/>; null for the others.</summary>
                    """);
                CautionText.Emit(writer, concrete.Entity.Caution);
                writer.Write($"""
                    public {concrete.Entity.Properties} {Member(type, concrete.Member)} => {table}.OfType<{concrete.Entity.Properties}>({place});
                    """);
            }
        }
    }

    private static string Table(Func<string, bool> isTaken) => CSharpText.Free("table", "Alias", isTaken);

    private static SourceWriter.Block Open(SourceWriter writer, string sentence, CautionModel? caution, Visibility visibility, string type, string table)
    {
        writer.Line();
        writer.Write($"/// <summary>{sentence}</summary>");
        CautionText.Emit(writer, caution);
        var block = writer.Open($"{Names.Accessibility(visibility)} readonly struct {type}(global::Relations.Querying.TableAlias {table}) : global::Relations.Querying.IProperties<{type}>");
        writer.Write($"static {type} global::Relations.Querying.IProperties<{type}>.Of(global::Relations.Querying.TableAlias table) => new(table);");
        return block;
    }

    private static string Sentence(EntityModel entity, MappingModel mapping)
    {
        var owner = CSharpText.WithArticle(Prose.One(entity));
        return $"{char.ToUpperInvariant(owner[0])}{owner.Substring(1)}'s columns{(mapping.Relations.Count > 0 ? " and relations" : "")}, as conditions and orders name them.";
    }

    private static void EmitColumn(SourceWriter writer, string owner, PropertyModel property, string table)
    {
        Documentation.Inherit(writer, property);
        CautionText.Emit(writer, property.Caution);
        writer.Write($"public {New(property.Name)}global::Relations.Querying.Column<{ColumnText.QueryType(property)}> {Member(owner, property.Name)} => new({table}, {property.Ordinal});");
    }

    private static void EmitRelation(SourceWriter writer, string owner, RelationModel relation, int index, string table)
    {
        var path = relation.Kind switch
        {
            RelationKind.HasManyThrough => $"HasManyThroughPath<{relation.Target.Properties}, {relation.Through!.Entity.Properties}>",
            RelationKind.HasMany => $"HasManyPath<{relation.Target.Properties}>",
            _ => $"ToOnePath<{relation.Target.Properties}>",
        };
        Documentation.Inherit(writer, relation);
        CautionText.Emit(writer, relation.Caution);
        writer.Write($"{Names.Accessibility(relation.Visibility)} {New(relation.Property)}global::Relations.Querying.{path} {Member(owner, relation.Property)} => new({table}, {index});");
    }

    /// <summary>A member cannot have its type's name.</summary>
    private static string Member(string owner, string name) => CSharpText.Identifier(name == owner ? name + "Value" : name);

    private static string New(string name) => name is "Equals" or "GetHashCode" or "ToString" or "GetType" or "ReferenceEquals" or "MemberwiseClone" ? "new " : "";
}
