using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits the facts of an entity: table, columns, keys, relations, and how to read and bind a row.</summary>
internal static class DefinitionEmitter
{
    private static readonly (PropertyKinds Kind, string Argument)[] Kinds =
    [
        (PropertyKinds.PrimaryKey, "key: true"),
        (PropertyKinds.Generated, "generated: true"),
        (PropertyKinds.Nullable, "nullable: true"),
        (PropertyKinds.Unique, "unique: true"),
        (PropertyKinds.Concurrency, "concurrency: true"),
        (PropertyKinds.Computed, "computed: true"),
        (PropertyKinds.NotFilterable, "filterable: false"),
    ];

    public static void Emit(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        var definition = entity.Name + "Definition";
        writer.Line();
        writer.Write($"/// <summary>The facts of <see cref=\"{Cref(entity, mapping)}\"/>, and how its rows are read and bound.</summary>");
        if (entity.IsObsoleteToRead)
        {
            writer.Write("[global::System.Obsolete] // as some of what it reads and binds is (CS0619)");
        }

        using (writer.Open($"internal sealed class {definition} : global::Relations.Definitions.EntityDefinition<{entity.Type}, {mapping.Key.Type}, {entity.Name}Patch>"))
        {
            writer.Write($$"""
                public static readonly {{definition}} Instance = new();

                """);
            EmitConstructor(writer, entity, mapping);
            writer.Line();
            ReadEmitter.Emit(writer, entity, mapping);
            writer.Line();
            EmitBind(writer, entity, mapping);
            writer.Line();
            EmitKey(writer, entity, mapping);
            MakeEmitter.Emit(writer, entity, mapping);
            if (mapping.Construction.IsPrivate)
            {
                // Who hides the constructor wants to make the entity himself.
                writer.Line();
                writer.Write("protected override bool HidesConstructor => true;");
            }

            AccessorEmitter.Emit(writer, entity, mapping);
            CompositeKeyEmitter.Emit(writer, entity, mapping);
        }
    }

    private static string Cref(EntityModel entity, MappingModel mapping) =>
        mapping.Relations.Any(relation => relation.Property == entity.Name) ? entity.Cref : entity.Type;

    private static void EmitConstructor(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        writer.Write($"private {entity.Name}Definition() : base(");
        using (writer.Indent("{"))
        {
            writer.Write($"{CSharpText.Literal(entity.Name)},\ncolumns:\n[");
            using (writer.Indent())
            {
                foreach (var property in mapping.Properties)
                {
                    writer.Write(Property(property));
                }
            }

            if (mapping.Relations.Count > 0)
            {
                writer.Write("],\nrelations:\n[");
                using (writer.Indent())
                {
                    foreach (var relation in mapping.Relations)
                    {
                        RelationDefinitionEmitter.Emit(writer, entity, relation);
                    }
                }
            }

            writer.Write("]" + string.Concat(Others(entity, mapping).Select(static argument => ",\n" + argument)) + ")");
        }

        writer.Write("}");
    }

    /// <summary>What does not follow from the entity's name and its columns.</summary>
    private static IEnumerable<string> Others(EntityModel entity, MappingModel mapping)
    {
        if (mapping.Table != entity.Name)
        {
            yield return $"table: {CSharpText.Literal(mapping.Table)}";
        }

        if (mapping.Schema is not null)
        {
            yield return $"schema: {CSharpText.Literal(mapping.Schema)}";
        }

        if (!mapping.Key.Properties.SequenceEqual(mapping.Properties.Where(static property => property.Is(PropertyKinds.PrimaryKey)).Select(static property => property.Name), StringComparer.Ordinal))
        {
            yield return $"primaryKey: {Strings(mapping.Key.Properties)}";
        }

        if (mapping.Unique.Count > 0)
        {
            yield return $"unique: [{string.Join(", ", mapping.Unique.Select(Strings))}]";
        }
    }

    /// <summary>The facts of one column.</summary>
    public static string Property(PropertyModel property)
    {
        var column = property.Column == property.Name ? "" : $", column: {CSharpText.Literal(property.Column)}";
        var kinds = string.Concat(Kinds.Where(kind => property.Is(kind.Kind)).Select(static kind => $", {kind.Argument}"));
        var maxLength = property.MaxLength == 0 ? "" : $", maxLength: {property.MaxLength}";
        var jsonName = property.JsonName is null ? "" : $", jsonName: {CSharpText.Literal(property.JsonName)}";
        var typeName = property.TypeName is null ? "" : $", typeName: {CSharpText.Literal(property.TypeName)}";
        var body = $"{(property.IsRequired ? ", required: true" : "")}{(property.IsJsonIgnored ? ", json: false" : "")}{(property.Assignment == Assignment.Accessor || property.IsReadOnlyInJson ? ", settable: false" : "")}";
        return $"Column<{property.Type}>({CSharpText.Literal(property.Name)}{column}{kinds}{body}{maxLength}{ColumnText.Mapping(property)}{jsonName}{typeName}),";
    }

    private static string Strings(EquatableArray<string> names) => $"[{string.Join(", ", names.Select(CSharpText.Literal))}]";

    private static void EmitBind(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        var variable = Names.Variable(entity.Name, "values");
        using (writer.Open($"public override void Bind<TBinder>({entity.Type} {variable}, ref TBinder values)"))
        {
            foreach (var property in mapping.Properties)
            {
                writer.Write(ColumnText.Bind(property, $"{variable}.{CSharpText.Identifier(property.Name)}"));
            }
        }
    }

    private static void EmitKey(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        var variable = Names.Variable(entity.Name);
        var key = mapping.Key.Properties.Select(mapping.Property).ToList();
        if (key is [var single])
        {
            writer.Write($"""
                public override {mapping.Key.Type} KeyOf({entity.Type} {variable}) => {Value(single)};
                """);
            return;
        }

        writer.Write($"""
            public override {mapping.Key.Type} KeyOf({entity.Type} {variable}) => ({string.Join(", ", key.Select(Value))});

            """);
        using (writer.Open($"public override void BindKey<TBinder>({mapping.Key.Type} key, ref TBinder values)"))
        {
            for (var part = 0; part < key.Count; part++)
            {
                writer.Write($"values.Bind({part}, {ColumnText.Bound(key[part], "key." + CSharpText.TupleMember(key[part].Name, part), isNullable: false)});");
            }
        }

        string Value(PropertyModel property) =>
            $"{variable}.{CSharpText.Identifier(property.Name)}{(!property.IsNullable ? "" : property.IsReference ? "!" : ".GetValueOrDefault()")}";
    }
}
