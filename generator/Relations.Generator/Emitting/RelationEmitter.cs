using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits the named type of a relation's constrained repository.</summary>
internal static class RelationEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, RelationModel relation)
    {
        var type = Names.RelationType(entity, relation);
        var key = Names.FactoryKey(entity, relation);
        var variable = Names.KeyVariable(entity.Name, key.Single ?? "Key");
        writer.Line();
        writer.Write($"/// <summary>{Prose.Relation(entity, relation, relation.Through?.Entity.Type ?? "")}</summary>");
        using (writer.Open($"{Names.Accessibility(relation.Visibility)} sealed partial class {type} : {BaseType(entity, relation)}"))
        {
            writer.Write($"internal {type}(global::Relations.Session session, global::Relations.Definitions.RelationDefinition relation, {key.Type} {variable}) : base(session, relation, {variable}) {{ }}");
        }
    }

    private static string BaseType(EntityModel entity, RelationModel relation)
    {
        var target = relation.Target;
        return relation.Kind switch
        {
            RelationKind.HasMany => $"global::Relations.HasManyRepository<{target.Type}, {target.KeyType}, {target.Properties}, {target.Patch}>",
            RelationKind.HasOne => $"global::Relations.HasOneRepository<{target.Type}, {target.KeyType}, {target.Properties}, {target.Patch}>",
            RelationKind.BelongsTo => $"global::Relations.BelongsToAccessor<{target.Type}, {target.KeyType}, {target.Properties}>",
            _ => ThroughBaseType(entity, relation, target, relation.Through!),
        };
    }

    private static string ThroughBaseType(EntityModel entity, RelationModel relation, EntityReference target, ThroughModel through)
    {
        var link = through.Entity;
        var data = through.Carried.Any() ? Names.ThroughDataType(entity, relation) : "global::Relations.NoThroughData";
        return $"global::Relations.HasManyThroughRepository<{target.Type}, {target.KeyType}, {target.Properties}, {target.Patch}, {link.Type}, {link.Properties}, {link.Patch}, {relation.KeyTo.Type}, {data}>";
    }
}
