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
            /// <summary>The rows of <see cref="{see}"/> in a database, or as a transaction sees them.</summary>
            """);
        CautionText.Emit(writer, entity.Caution);
        writer.Write($"""
            [global::System.CodeDom.Compiler.GeneratedCode("Relations.Generator", "{GeneratorVersion.Text}")]
            {Names.Accessibility(entity.Visibility)} partial class {name}Repository
            """);
        using (writer.Open($"    : global::Relations.EntityRepository<{name}Repository, {entity.Type}, {mapping.Key.Type}, {name}Properties, {name}Patch>"))
        {
            writer.Write($"""
                /// <summary>The repository, whose statements run in a session: a database or a transaction.</summary>
                public {name}Repository(global::Relations.Session session) : base(session, {name}Definition.Instance) {"{ }"}

                /// <summary>What {CSharpText.WithArticle(Prose.One(entity))} is: its table, columns, keys and relations.</summary>
                public static global::Relations.Definitions.EntityDefinition<{entity.Type}, {mapping.Key.Type}> Definition => {name}Definition.Instance;

                protected override {name}Repository New(global::Relations.Session session) => new(session);
                """);
            for (var index = 0; index < mapping.Relations.Count; index++)
            {
                EmitFactory(writer, entity, mapping, mapping.Relations[index], index);
            }
        }
    }

    private static void EmitFactory(SourceWriter writer, EntityModel entity, MappingModel mapping, RelationModel relation, int index)
    {
        var key = Names.FactoryKey(entity, relation);
        var parameter = Names.KeyVariable(entity.Name, key.Single ?? "Key");
        var variable = Names.Variable(entity.Name, parameter);
        var method = Names.RelationMethod(entity.Name, relation);
        var type = Names.RelationType(entity, relation);
        var access = Names.Accessibility(relation.Visibility);
        var documentation = relation.SharedWith is null ? $"<inheritdoc cref=\"{type}\"/>" : $"<summary>{Shared(entity, relation)}</summary>";

        writer.Line();
        writer.Write($"""
            /// {documentation}
            """);
        CautionText.Emit(writer, relation.Caution);
        writer.Write($"""
            {access} {New(relation, HiddenMember.KeyOverload)}{type} {method}({key.Type} {parameter}) => new(base.Source({index}, {parameter}));

            /// {(relation.SharedWith is null || key.Single is null ? documentation : $"<inheritdoc cref=\"{method}({key.Type.Replace('<', '{').Replace('>', '}')})\"/>")}
            """);
        CautionText.Emit(writer, key.Properties.Select(name => mapping.Property(name).Caution).Aggregate(relation.Caution, CautionModel.Graver));
        writer.Write($"""
            {access} {New(relation, HiddenMember.Name)}{type} {method}({entity.Type} {variable}) => {method}({KeyOf(entity, mapping, key, variable)});
            """);
    }

    private static string New(RelationModel relation, HiddenMember least) => relation.Hides != HiddenMember.None && relation.Hides >= least ? "new " : "";

    private static string KeyOf(EntityModel entity, MappingModel mapping, KeyModel key, string variable)
    {
        var checkedVariable = $"base.NotNull({variable})";
        if (key.Single is null && key == mapping.Key)
        {
            return $"{entity.Name}Definition.Instance.KeyOf({checkedVariable})";
        }

        var parts = key.Properties.Select((name, part) => Value(name, part == 0 ? checkedVariable : variable)).ToList();
        return parts is [var single] ? single : $"({string.Join(", ", parts)})";

        string Value(string name, string owner)
        {
            var value = $"{owner}.{CSharpText.Identifier(name)}";
            return mapping.Property(name).IsNullable ? $"{value} ?? throw new global::System.ArgumentNullException(nameof({variable}), {CSharpText.Literal($"{entity.Name}.{name} is null.")})" : value;
        }
    }

    private static string Shared(EntityModel entity, RelationModel relation) =>
        $"The {CSharpText.Words(relation.Property)} of one {Prose.One(entity)}: the same links as {(relation.KeyFrom.Single is null ? $"<c>{relation.SharedWith}</c>" : $"<see cref=\"{CSharpText.Identifier(relation.SharedWith!)}({relation.KeyFrom.Type})\"/>")}.";

    /// <summary>A relation's method hides a type of the same name from documentation comments.</summary>
    private static string Cref(EntityModel entity, string name, string type, string cref) =>
        entity.Mapping!.Relations.Any(relation => relation.Property == name) ? cref : type;
}
