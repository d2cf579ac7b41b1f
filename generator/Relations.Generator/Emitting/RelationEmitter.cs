using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits the named type of a relation's constrained repository.</summary>
internal static class RelationEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, RelationModel relation)
    {
        var declaration = Declaration(relation, Names.RelationType(entity, relation), BaseType(entity, relation));
        writer.Line();
        writer.Write($"/// <summary>{Prose.Relation(entity, relation, relation.Through?.Entity.Type ?? "")}</summary>");
        CautionText.Emit(writer, entity, relation.Target, relation.Through?.Entity);
        if (relation is not { HasTypes: true, Through: { } through })
        {
            writer.Write(declaration + ";");
            return;
        }

        using (writer.Open(declaration))
        {
            EmitTypes(writer, entity, relation);
        }

        foreach (var concrete in relation.Polymorphic!.Types)
        {
            writer.Line();
            writer.Write($"""
                /// <summary>{Prose.Relation(entity, relation, through.Entity.Type).TrimEnd('.')}, that are a <see cref="{concrete.Entity.Cref}"/>.</summary>
                """);
            CautionText.Emit(writer, entity, concrete.Entity, through.Entity);
            writer.Write($"""
                {Declaration(relation, Names.ConcreteRelationType(entity, relation, concrete), ThroughBaseType(entity, relation, concrete.Entity, through))};
                """);
        }
    }

    private static string Declaration(RelationModel relation, string type, string baseType) =>
        $"{Names.Accessibility(relation.Visibility)} sealed partial class {type}(global::Relations.Repositories.RelationSource source)\n    : {baseType}(source)";

    /// <summary>A repository of targets of several types leads on to one for each type.</summary>
    private static void EmitTypes(SourceWriter writer, EntityModel entity, RelationModel relation)
    {
        for (var place = 0; place < relation.Polymorphic!.Types.Count; place++)
        {
            var concrete = relation.Polymorphic.Types[place];
            if (place > 0)
            {
                writer.Line();
            }

            writer.Write($"""
                /// <summary>Those that are a <see cref="{concrete.Entity.Cref}"/>, with their own columns and relations.</summary>
                """);
            CautionText.Emit(writer, concrete.Entity.Caution);
            writer.Write($"""
                public {Names.ConcreteRelationType(entity, relation, concrete)} {CSharpText.Identifier(concrete.Member)} => new(base.OfType({place}));
                """);
        }
    }

    private static string BaseType(EntityModel entity, RelationModel relation)
    {
        var target = relation.Target;
        return relation.Kind switch
        {
            RelationKind.HasMany => $"global::Relations.HasManyRepository<{target.Type}, {target.KeyType}, {target.Properties}, {target.Patch}>",
            RelationKind.HasOne => $"global::Relations.HasOneRepository<{target.Type}, {target.KeyType}, {target.Properties}, {target.Patch}>",
            RelationKind.BelongsTo when relation.HasTypes => $"global::Relations.PolymorphicBelongsToAccessor<{target.Type}, {relation.KeyFrom.Type}, {target.Properties}>",
            RelationKind.BelongsTo => $"global::Relations.BelongsToAccessor<{target.Type}, {target.KeyType}, {target.Properties}>",
            _ when relation.HasTypes => PolymorphicBaseType(entity, relation, target, relation.Through!),
            _ => ThroughBaseType(entity, relation, target, relation.Through!),
        };
    }

    private static string ThroughBaseType(EntityModel entity, RelationModel relation, EntityReference target, ThroughModel through)
    {
        var link = through.Entity;
        return $"global::Relations.HasManyThroughRepository<{target.Type}, {target.KeyType}, {target.Properties}, {target.Patch}, {link.Type}, {link.Properties}, {link.Patch}, {relation.KeyTo.Type}, {ThroughData(entity, relation, through)}>";
    }

    private static string PolymorphicBaseType(EntityModel entity, RelationModel relation, EntityReference target, ThroughModel through)
    {
        var link = through.Entity;
        return $"global::Relations.PolymorphicThroughRepository<{target.Type}, {target.Properties}, {target.Patch}, {link.Type}, {link.Properties}, {link.Patch}, {relation.KeyTo.Type}, {ThroughData(entity, relation, through)}>";
    }

    private static string ThroughData(EntityModel entity, RelationModel relation, ThroughModel through) =>
        through.Carried.Any() ? Names.ThroughDataType(entity, relation) : "global::Relations.NoThroughData";
}
