using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits the facts of one relation.</summary>
internal static class RelationDefinitionEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, RelationModel relation) => writer.Write($"""
        public static readonly global::Relations.Definitions.{Type(entity, relation)} {Names.RelationField(relation.Property)} = new(
            {CSharpText.Literal(relation.Name)}, static () => {Definition(entity, relation.Target)}, keyFrom: {CSharpText.Literal(relation.KeyFrom.Names)}, keyTo: {CSharpText.Literal(relation.KeyTo.Names)},{Through(entity, relation)}
            {Role(relation)}: new({CSharpText.Literal(relation.Property)}, {Set(entity, relation)}, {Get(entity, relation)})){(relation.IsFilterable ? "" : " { IsFilterable = false }")};
        """);

    private static string Type(EntityModel entity, RelationModel relation) => relation.Through is { } through
        ? $"HasManyThroughDefinition<{entity.Type}, {relation.Target.Type}, {through.Entity.Type}, {relation.KeyFrom.Type}, {relation.KeyTo.Type}>"
        : $"{relation.Kind}Definition<{entity.Type}, {relation.Target.Type}, {relation.KeyFrom.Type}>";

    private static string Through(EntityModel entity, RelationModel relation) => relation.Through is { } through
        ? $"\n    through: new(static () => {Definition(entity, through.Entity)}, keyFrom: {CSharpText.Literal(through.KeyFrom.Names)}, keyTo: {CSharpText.Literal(through.KeyTo.Names)}),"
        : "";

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
