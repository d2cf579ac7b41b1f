using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits the facts of one relation.</summary>
internal static class RelationDefinitionEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, RelationModel relation)
    {
        writer.Write($"public static readonly global::Relations.Definitions.{Type(entity, relation)} {Names.RelationField(relation.Property)} = new(");
        using (writer.Indent())
        {
            if (relation.HasTypes)
            {
                EmitTypes(writer, entity, relation);
            }
            else
            {
                writer.Write($"{CSharpText.Literal(relation.Name)}, static () => {Definition(entity, relation.Target)}, keyFrom: {CSharpText.Literal(relation.KeyFrom.Names)}, keyTo: {CSharpText.Literal(relation.KeyTo.Names)},");
            }

            if (relation.Through is { } through)
            {
                var discriminator = relation.Polymorphic switch
                {
                    null => "",
                    { Value: { } value } source => $", polymorphicSource: new({CSharpText.Literal(source.Discriminator)}, {CSharpText.Literal(value)})",
                    { } targets => $", polymorphic: new({CSharpText.Literal(targets.Discriminator)})",
                };
                writer.Write($"through: new(static () => {Definition(entity, through.Entity)}, keyFrom: {CSharpText.Literal(through.KeyFrom.Names)}, keyTo: {CSharpText.Literal(through.KeyTo.Names)}{discriminator}),");
            }
            else if (relation.Polymorphic is { } polymorphic)
            {
                writer.Write($"polymorphic: new({CSharpText.Literal(polymorphic.Discriminator)}{(polymorphic.Value is null ? "" : $", {CSharpText.Literal(polymorphic.Value)}")}),");
            }

            writer.Write($"{Role(relation)}: new({CSharpText.Literal(relation.Property)}, {Set(entity, relation)}, {Get(entity, relation)}){Keys(entity, relation)}){Members(relation)};");
        }
    }

    /// <summary>What is said besides, of few relations.</summary>
    private static string Members(RelationModel relation)
    {
        string?[] members = [relation.IsFilterable ? null : "IsFilterable = false", relation.JsonName is null ? null : $"JsonPropertyName = {CSharpText.Literal(relation.JsonName)}"];
        var said = string.Join(", ", members.Where(static member => member is not null));
        return said.Length == 0 ? "" : $" {{ {said} }}";
    }

    /// <summary>How composite keys are stored.</summary>
    private static string Keys(EntityModel entity, RelationModel relation)
    {
        var from = CompositeKeyEmitter.Instance(entity, relation.KeyFrom) is { } source ? $", {(relation.Through is null ? "key" : "sourceKey")}: {source}" : "";
        return relation.Through is not null && CompositeKeyEmitter.Instance(entity, relation.KeyTo) is { } target ? $"{from}, targetKey: {target}" : from;
    }

    private static void EmitTypes(SourceWriter writer, EntityModel entity, RelationModel relation)
    {
        writer.Write($"{CSharpText.Literal(relation.Name)},");
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
            using (writer.Indent("]),"))
            {
                foreach (var type in relation.Polymorphic.Types)
                {
                    writer.Write($"new global::Relations.Definitions.ConcreteType<{relation.Target.Type}, {type.Entity.Type}>({CSharpText.Literal(type.Discriminator)}, static () => {Definition(entity, type.Entity)}, keyTo: {CSharpText.Literal(type.KeyTo)}),");
                }
            }
        }

        writer.Write($"keyFrom: {CSharpText.Literal(relation.KeyFrom.Names)},");
    }

    private static string Type(EntityModel entity, RelationModel relation) => relation switch
    {
        { HasTypes: true, Through: { } through } => $"PolymorphicThroughDefinition<{entity.Type}, {relation.Target.Type}, {through.Entity.Type}, {relation.KeyFrom.Type}, {relation.KeyTo.Type}>",
        { HasTypes: true } => $"PolymorphicBelongsToDefinition<{entity.Type}, {relation.Target.Type}, {relation.KeyFrom.Type}>",
        { Through: { } through } => $"HasManyThroughDefinition<{entity.Type}, {relation.Target.Type}, {through.Entity.Type}, {relation.KeyFrom.Type}, {relation.KeyTo.Type}>",
        _ => $"{relation.Kind}Definition<{entity.Type}, {relation.Target.Type}, {relation.KeyFrom.Type}>",
    };

    /// <summary>While its own fields are being set, a class has no instance yet, as far as the compiler knows.</summary>
    private static string Definition(EntityModel entity, EntityReference other) => other.Cref == entity.Cref ? "Instance!" : other.Definition;

    private static string Role(RelationModel relation) => relation switch
    {
        { IsToMany: false } => "one",
        { Setter.IsLinks: true } => "links",
        _ => "targets",
    };

    private static string Set(EntityModel entity, RelationModel relation)
    {
        var setter = relation.Setter;
        var source = Names.Variable(entity.Name);
        var value = Names.Variable(relation.Property);
        value = value == source ? "value" : value;
        var delivered = setter.IsArray ? value + ".ToArray()" : value;
        var orNull = delivered + (relation.IsToMany || setter.IsNullable ? "" : "!");
        var set = setter switch
        {
            { Slot: { } slot } => $"{source}.{slot}.Load({delivered})",
            { Assignment: Assignment.Set } => $"{source}.{CSharpText.Identifier(relation.Property)} = {orNull}",
            _ => $"Set{relation.Property}({source}, {orNull})",
        };
        return $"set: static ({source}, {value}) => {set}";
    }

    private static string Get(EntityModel entity, RelationModel relation)
    {
        var source = Names.Variable(entity.Name);
        return relation.Setter switch
        {
            { Slot: { } slot, IsSettable: false } => $"isLoaded: static {source} => {source}.{slot}.IsLoaded",
            { Slot: { } slot } => $"get: static {source} => {source}.{slot}.GetOrNull()",
            _ => $"get: static {source} => {source}.{CSharpText.Identifier(relation.Property)}",
        };
    }
}
