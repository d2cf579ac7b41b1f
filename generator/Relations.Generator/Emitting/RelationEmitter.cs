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
            if (relation is { HasTypes: true, Through: not null })
            {
                EmitTypes(writer, entity, relation, type, key.Type, variable);
            }
            else
            {
                writer.Write($"internal {type}(global::Relations.Session session, global::Relations.Definitions.RelationDefinition relation, {key.Type} {variable}) : base(session, relation, {variable}) {{ }}");
            }
        }

        if (relation is { HasTypes: true, Through: { } through })
        {
            foreach (var concrete in relation.Polymorphic!.Types)
            {
                EmitConcrete(writer, entity, relation, through, concrete, key.Type, variable);
            }
        }
    }

    /// <summary>A repository of targets of several types leads on to one for each type.</summary>
    private static void EmitTypes(SourceWriter writer, EntityModel entity, RelationModel relation, string type, string keyType, string variable)
    {
        writer.Write($$"""
            private readonly global::Relations.Session session;
            private readonly {{keyType}} {{variable}};

            internal {{type}}(global::Relations.Session session, global::Relations.Definitions.RelationDefinition relation, {{keyType}} {{variable}}) : base(session, relation, {{variable}})
            {
                this.session = session;
                this.{{variable}} = {{variable}};
            }
            """);
        foreach (var concrete in relation.Polymorphic!.Types)
        {
            writer.Line();
            writer.Write($"""
                /// <summary>Those that are a <see cref="{concrete.Entity.Cref}"/>, with their own columns and relations.</summary>
                public {Names.ConcreteRelationType(entity, relation, concrete)} {CSharpText.Identifier(concrete.Member)} => new(session, {entity.Name}Definition.{Names.RelationField(relation.Property)}.Of<{concrete.Entity.Type}>(), {variable});
                """);
        }
    }

    private static void EmitConcrete(SourceWriter writer, EntityModel entity, RelationModel relation, ThroughModel through, ConcreteModel concrete, string keyType, string variable)
    {
        var type = Names.ConcreteRelationType(entity, relation, concrete);
        writer.Line();
        writer.Write($"/// <summary>{Prose.Relation(entity, relation, through.Entity.Type).TrimEnd('.')}, that are a <see cref=\"{concrete.Entity.Cref}\"/>.</summary>");
        using (writer.Open($"{Names.Accessibility(relation.Visibility)} sealed partial class {type} : {ThroughBaseType(entity, relation, concrete.Entity, through)}"))
        {
            writer.Write($"internal {type}(global::Relations.Session session, global::Relations.Definitions.RelationDefinition relation, {keyType} {variable}) : base(session, relation, {variable}) {{ }}");
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
