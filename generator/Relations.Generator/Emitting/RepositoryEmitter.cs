using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits the typed repository, with one method for each relation.</summary>
internal static class RepositoryEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        var name = entity.Name;
        var see = Cref(entity, entity.Name, entity.Type, entity.Cref);
        writer.Line();
        writer.Write($"""
            /// <summary>The repository of <see cref="{see}"/>.</summary>
            [global::System.CodeDom.Compiler.GeneratedCode("Relations.Generator", "{GeneratorVersion.Text}")]
            """);
        using (writer.Open($"{Names.Accessibility(entity.Visibility)} partial class {name}Repository : global::Relations.EntityRepository<{entity.Type}, {mapping.Key.Type}, {name}Properties, {name}Patch>"))
        {
            writer.Write($$"""
                /// <summary>The rows of <see cref="{{see}}"/> in a database, or as a transaction sees them.</summary>
                public {{name}}Repository(global::Relations.Session session) : base(session, {{name}}Definition.Instance) { }

                private {{name}}Repository(global::Relations.Session session, global::Relations.InclusionResolvers resolvers) : base(session, {{name}}Definition.Instance, resolvers) { }

                /// <summary>What {{CSharpText.WithArticle(Prose.One(entity))}} is: its table, columns, keys and relations.</summary>
                public static global::Relations.Definitions.EntityDefinition<{{entity.Type}}, {{mapping.Key.Type}}> Definition => {{name}}Definition.Instance;

                /// <summary>This repository on another session, such as a transaction.</summary>
                public {{name}}Repository In(global::Relations.Session session) => new(session, base.InclusionResolvers);
                """);
            foreach (var relation in mapping.Relations)
            {
                EmitFactory(writer, entity, mapping, relation);
            }
        }
    }

    private static void EmitFactory(SourceWriter writer, EntityModel entity, MappingModel mapping, RelationModel relation)
    {
        // A belongs-to starts from its source's row, whose foreign key the database knows; the others from the key that is referred to.
        var fromRow = relation.Kind == RelationKind.BelongsTo;
        var key = fromRow && mapping.Key.Properties.Count != 1 ? null : fromRow ? mapping.Key.Properties[0] : relation.KeyFrom;
        var keyType = fromRow ? mapping.Key.Type : relation.KeyType;
        var parameter = key is null ? Names.KeyVariable(entity.Name, "Key") : Names.KeyVariable(entity.Name, key);
        var variable = Names.Variable(entity.Name, parameter);
        var method = Names.RelationMethod(entity, relation);
        var type = Names.RelationType(entity, relation);
        var access = Names.Accessibility(relation.Visibility);
        var see = key is null ? "" : mapping.Property(key).Declaring is var declaring && declaring == entity.Type ? Cref(entity, entity.Name, entity.Type, entity.Cref) : CSharpText.CrefType(declaring);
        var cref = $"{method}({keyType.Replace('<', '{').Replace('>', '}')})";

        writer.Line();
        writer.Write($"""
            /// <summary>{Summary(entity, relation)}</summary>
            /// <param name="{parameter.TrimStart('@')}">The {Prose.One(entity)}'s {(key is null ? "key" : $"<see cref=\"{see}.{CSharpText.Identifier(key)}\"/>")}; that such {CSharpText.WithArticle(Prose.One(entity))} exists is not checked.</param>
            {access} {New(relation, HiddenMember.KeyOverload)}{type} {method}({keyType} {parameter}) => new(base.Session, {entity.Name}Definition.{Names.RelationField(relation.Property)}, {parameter});

            """);
        writer.Write(key is null ? $"/// <summary>{Summary(entity, relation)}</summary>" : $"/// <inheritdoc cref=\"{cref}\"/>");
        writer.Write($"{access} {New(relation, HiddenMember.Name)}{type} {method}({entity.Type} {variable}) => {method}({KeyOf(entity, mapping, key, variable)});");
    }

    private static string New(RelationModel relation, HiddenMember least) => relation.Hides != HiddenMember.None && relation.Hides >= least ? "new " : "";

    private static string KeyOf(EntityModel entity, MappingModel mapping, string? key, string variable)
    {
        var checkedVariable = $"({variable} ?? throw new global::System.ArgumentNullException(nameof({variable})))";
        if (key is null)
        {
            return $"{entity.Name}Definition.Instance.KeyOf{checkedVariable}";
        }

        var property = mapping.Property(key);
        var value = $"{checkedVariable}.{CSharpText.Identifier(key)}";
        return property.IsNullable ? $"{value} ?? throw new global::System.ArgumentNullException(nameof({variable}), {CSharpText.Literal($"{entity.Name}.{key} is null.")})" : value;
    }

    private static string Summary(EntityModel entity, RelationModel relation) =>
        relation.SharedWith is null
            ? Prose.Relation(entity, relation, relation.Through is { } through ? Cref(entity, through.Entity.Name, through.Entity.Type, through.Entity.Cref) : "")
            : $"The {CSharpText.Words(relation.Property)} of one {Prose.One(entity)}: the same links as <see cref=\"{CSharpText.Identifier(relation.SharedWith)}({relation.KeyType})\"/>.";

    /// <summary>A relation's method hides a type of the same name from documentation comments.</summary>
    private static string Cref(EntityModel entity, string name, string type, string cref) =>
        entity.Mapping!.Relations.Any(relation => relation.Property == name) ? cref : type;
}
