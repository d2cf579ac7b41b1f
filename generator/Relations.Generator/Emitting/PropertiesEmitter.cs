using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits what a query lambda gets: the columns and relations.</summary>
internal static class PropertiesEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        var type = entity.Name + "Properties";
        var table = CSharpText.Free("table", "Alias", name => mapping.Properties.Any(property => property.Name == name) || mapping.Relations.Any(relation => relation.Property == name));
        writer.Line();
        writer.Write($"/// <summary>{Sentence(entity, mapping)}</summary>");
        using (writer.Open($"{Names.Accessibility(entity.Visibility)} readonly struct {type} : global::Relations.Querying.IProperties<{type}>"))
        {
            writer.Write($"""
                private readonly global::Relations.Querying.TableAlias {table};

                private {type}(global::Relations.Querying.TableAlias table) => {(table == "table" ? "this.table" : table)} = table;

                static {type} global::Relations.Querying.IProperties<{type}>.Of(global::Relations.Querying.TableAlias table) => new(table);
                """);
            foreach (var property in mapping.Properties)
            {
                EmitColumn(writer, entity, property, table);
            }

            for (var index = 0; index < mapping.Relations.Count; index++)
            {
                EmitRelation(writer, entity, mapping.Relations[index], index, table);
            }
        }
    }

    private static string Sentence(EntityModel entity, MappingModel mapping)
    {
        var owner = CSharpText.WithArticle(Prose.One(entity));
        return $"{char.ToUpperInvariant(owner[0])}{owner.Substring(1)}'s columns{(mapping.Relations.Count > 0 ? " and relations" : "")}, as conditions and orders name them.";
    }

    private static void EmitColumn(SourceWriter writer, EntityModel entity, PropertyModel property, string table)
    {
        writer.Line();
        writer.Write($"""
            /// <inheritdoc cref="{CSharpText.CrefType(property.Declaring)}.{CSharpText.Identifier(property.Name)}"/>
            public {New(property.Name)}global::Relations.Querying.Column<{ColumnText.QueryType(property)}> {Member(entity, property.Name)} => new({table}, {property.Ordinal});
            """);
    }

    private static void EmitRelation(SourceWriter writer, EntityModel entity, RelationModel relation, int index, string table)
    {
        var path = relation.Kind switch
        {
            RelationKind.HasManyThrough => $"HasManyThroughPath<{relation.Target.Properties}, {relation.Through!.Entity.Properties}>",
            RelationKind.HasMany => $"HasManyPath<{relation.Target.Properties}>",
            _ => $"ToOnePath<{relation.Target.Properties}>",
        };
        writer.Line();
        writer.Write($"""
            /// <inheritdoc cref="{CSharpText.CrefType(relation.Setter.Declaring)}.{CSharpText.Identifier(relation.Property)}"/>
            {Names.Accessibility(relation.Visibility)} {New(relation.Property)}global::Relations.Querying.{path} {Member(entity, relation.Property)} => new({table}, {index});
            """);
    }

    /// <summary>A member cannot have its type's name.</summary>
    private static string Member(EntityModel entity, string name) => CSharpText.Identifier(name == entity.Name + "Properties" ? name + "Value" : name);

    private static string New(string name) => name is "Equals" or "GetHashCode" or "ToString" or "GetType" or "ReferenceEquals" or "MemberwiseClone" ? "new " : "";
}
