using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits the facts of one relation.</summary>
internal static class RelationDefinitionEmitter
{
    private const string Definitions = "global::Relations.Definitions";

    public static void Emit(SourceWriter writer, EntityModel entity, RelationModel relation)
    {
        if (relation.HasTypes)
        {
            EmitTypes(writer, entity, relation);
            return;
        }

        var arguments = new List<string> { Definition(entity, relation.Target) };
        if (relation.Through is { } through)
        {
            arguments.Add($"through: {Definition(entity, through.Entity)}");
            arguments.Add($"throughKeyFrom: {CSharpText.Literal(through.KeyFrom.Names)}");
            arguments.Add($"throughKeyTo: {CSharpText.Literal(through.KeyTo.Names)}");
        }

        // Which its primary key is, an entity knows itself; foreign keys are always named.
        if (relation.Kind == RelationKind.BelongsTo || relation.KeyFrom.Names != entity.Mapping!.Key.Names)
        {
            arguments.Add(KeyFrom(relation));
        }

        if (relation.Kind is RelationKind.HasMany or RelationKind.HasOne || relation.KeyTo.Names != relation.Target.Key.Names)
        {
            arguments.Add($"keyTo: {CSharpText.Literal(relation.KeyTo.Names)}");
        }

        if (relation.Polymorphic is { } source)
        {
            arguments.Add($"{(relation.Through is null ? "polymorphic" : "polymorphicSource")}: {Discriminator(source)}");
        }

        if (ThroughDataEmitter.Empty(entity, relation) is { } throughData)
        {
            arguments.Add($"throughData: {throughData}");
        }

        arguments.AddRange(Keys(entity, relation));
        writer.Write($"{relation.Kind.ToString()}{TypeArguments(entity, relation)}({string.Join(", ", arguments)},\n    {Property(entity, relation)}),");
    }

    /// <summary>The types of keys that are not those of primary keys.</summary>
    private static string TypeArguments(EntityModel entity, RelationModel relation)
    {
        var isFromPrimary = relation.KeyFrom.Type == entity.Mapping!.Key.Type;
        var isToPrimary = relation.KeyTo.Type == relation.Target.KeyType;
        return relation switch
        {
            { Through: { } through } => isFromPrimary && isToPrimary ? "" : $"<{relation.Target.Type}, {through.Entity.Type}, {relation.KeyFrom.Type}, {relation.KeyTo.Type}>",
            { Kind: RelationKind.BelongsTo } => relation.KeyFrom.Type == relation.Target.KeyType ? "" : $"<{relation.Target.Type}, {relation.KeyFrom.Type}>",
            _ => isFromPrimary && relation.KeyFrom.Single is not null ? "" : $"<{relation.Target.Type}, {relation.KeyFrom.Type}>",
        };
    }

    private static string KeyFrom(RelationModel relation) => $"keyFrom: {CSharpText.Literal(relation.KeyFrom.Names)}";

    private static string Discriminator(PolymorphicModel polymorphic) =>
        $"new({CSharpText.Literal(polymorphic.Discriminator)}{(polymorphic.Value is null ? "" : $", {CSharpText.Literal(polymorphic.Value)}")})";

    /// <summary>How composite keys are stored.</summary>
    private static IEnumerable<string> Keys(EntityModel entity, RelationModel relation)
    {
        if (CompositeKeyEmitter.Instance(entity, relation.KeyFrom) is { } source)
        {
            yield return $"{(relation.Through is null ? "key" : "sourceKey")}: {source}";
        }

        if (relation.Through is not null && CompositeKeyEmitter.Instance(entity, relation.KeyTo) is { } target)
        {
            yield return $"targetKey: {target}";
        }
    }

    /// <summary>The property that takes the relation, and what its attributes say besides, of few relations.</summary>
    private static string Property(EntityModel entity, RelationModel relation)
    {
        string?[] members =
        [
            HasNameOfProperty(relation) ? null : $"RelationName = {CSharpText.Literal(relation.Name)}",
            relation.IsFilterable ? null : "IsFilterable = false",
            relation.JsonName is null ? null : $"JsonName = {CSharpText.Literal(relation.JsonName)}",
        ];
        var said = string.Join(", ", members.Where(static member => member is not null));
        return $"{Role(relation)}: new({CSharpText.Literal(relation.Property)}, {Access(entity, relation)}){(said.Length == 0 ? "" : $" {{ {said} }}")}";
    }

    /// <summary>Whether the name follows from the property's; with several capitals at the beginning not all rules for it agree.</summary>
    private static bool HasNameOfProperty(RelationModel relation) =>
        relation.Name == CSharpText.Camel(relation.Property) && (relation.Property.Length == 1 || !char.IsUpper(relation.Property[1]));

    private static void EmitTypes(SourceWriter writer, EntityModel entity, RelationModel relation)
    {
        writer.Write($"new {Definitions}.{TypeOfTypes(entity, relation)}(");
        using var block = writer.Indent();
        writer.Write($"target: new({CSharpText.Literal(relation.Target.Name)},");
        using (writer.Indent())
        {
            writer.Write("properties:");
            writer.Write("[");
            using (writer.Indent("],"))
            {
                foreach (var property in relation.Polymorphic!.Properties)
                {
                    writer.Write(DefinitionEmitter.Property(property));
                }
            }

            writer.Write("types:");
            writer.Write("[");
            using (writer.Indent(relation is { SharedWith: null, Through: not null } ? $"],\npatch: static () => new {relation.Target.Patch}())," : "]),"))
            {
                foreach (var type in relation.Polymorphic.Types)
                {
                    writer.Write($"new {Definitions}.ConcreteType<{relation.Target.Type}, {type.Entity.Type}>({CSharpText.Literal(type.Discriminator)}, {Definition(entity, type.Entity)}, keyTo: {CSharpText.Literal(type.KeyTo)}),");
                }
            }
        }

        var reference = relation.Through is { } through
            ? $"through: new({Definition(entity, through.Entity)}, keyFrom: {CSharpText.Literal(through.KeyFrom.Names)}, keyTo: {CSharpText.Literal(through.KeyTo.Names)}, polymorphic: {Discriminator(relation.Polymorphic)}{(relation.PolymorphicSource is { } source ? ", polymorphicSource: " + Discriminator(source) : "")}{(ThroughDataEmitter.Empty(entity, relation) is { } data ? ", data: " + data : "")})"
            : $"polymorphic: {Discriminator(relation.Polymorphic)}";
        writer.Write($"{KeyFrom(relation)}, {string.Join(", ", [reference, .. Keys(entity, relation)])},\n{Property(entity, relation)}),");
    }

    private static string TypeOfTypes(EntityModel entity, RelationModel relation) => relation.Through is { } through
        ? $"PolymorphicThroughDefinition<{entity.Type}, {relation.Target.Type}, {through.Entity.Type}, {relation.KeyFrom.Type}, {relation.KeyTo.Type}>"
        : $"PolymorphicBelongsToDefinition<{entity.Type}, {relation.Target.Type}, {relation.KeyFrom.Type}>";

    private static string Definition(EntityModel entity, EntityReference other) => $"static () => {(other.Cref == entity.Cref ? "Instance" : other.Definition)}";

    private static string Role(RelationModel relation) => relation switch
    {
        { IsToMany: false } => "one",
        { Setter.IsLinks: true } => "links",
        _ => "targets",
    };

    /// <summary>How what is delivered gets into the property, and how one sees that it is there.</summary>
    private static string Access(EntityModel entity, RelationModel relation)
    {
        var setter = relation.Setter;
        var source = Names.Variable(entity.Name);
        if (setter is { Slot: { } own, IsSettable: false, IsArray: false })
        {
            return $"static {source} => ref {source}.{own}";
        }

        var get = setter switch
        {
            { Slot: { } slot, IsSettable: false } => $"isLoaded: static {source} => {source}.{slot}.IsLoaded",
            { Slot: { } slot } => $"get: static {source} => {source}.{slot}.GetOrNull()",
            _ => $"get: static {source} => {source}.{CSharpText.Identifier(relation.Property)}",
        };
        return $"{Set(relation, source)}, {get}";
    }

    private static string Set(RelationModel relation, string source)
    {
        var setter = relation.Setter;
        var value = Names.Variable(relation.Property);
        value = value == source ? "value" : value;
        var delivered = setter.IsArray ? value + "?.ToArray()" : value;
        var orNull = delivered + (setter.IsNullable ? "" : "!");
        var set = setter switch
        {
            { Slot: { } slot } => $"{source}.{slot}.Load({delivered})",
            { Assignment: Assignment.Set } => $"{source}.{CSharpText.Identifier(relation.Property)} = {orNull}",
            _ => $"Set{relation.Property}({source}, {orNull})",
        };
        return $"set: static ({source}, {value}) => {set}";
    }
}
