using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits what a new link carries besides its two keys; nothing where there is nothing to carry.</summary>
internal static class ThroughDataEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, RelationModel relation)
    {
        if (relation.Through is not { } through || through.Carried.ToList() is not { Count: > 0 } carried)
        {
            return;
        }

        var link = through.Entity;
        var type = Names.ThroughDataType(entity, relation);
        writer.Line();
        writer.Write($"/// <summary>What a new link between {CSharpText.WithArticle(Prose.One(entity))} and {CSharpText.WithArticle(CSharpText.Words(relation.Target.Name))} carries besides its two keys: a row of <see cref=\"{link.Type}\"/>.</summary>");
        using (writer.Open($"{Names.Accessibility(relation.Visibility)} sealed class {type} : global::Relations.Definitions.ThroughData<{link.Type}>"))
        {
            AssignedProperty.EmitFields(writer, carried);
            foreach (var property in carried)
            {
                AssignedProperty.Emit(writer, type, carried, property, property.IsRequired ? "required " : "");
            }

            writer.Line();
            EmitToRow(writer, through, carried);
        }
    }

    private static void EmitToRow(SourceWriter writer, ThroughModel through, IReadOnlyList<PropertyModel> carried)
    {
        var declaration = $"public override {through.Entity.Type} ToRow()";
        if (carried.All(static property => property.IsRequired))
        {
            ConstructionText.Of(through.Construction, through.Properties, Required).Write(writer, declaration + " => ");
            return;
        }

        using (writer.Open(declaration))
        {
            var initial = ConstructionText.Of(through.Construction, through.Properties, Required);
            writer.Write($"var initial = {initial.OnOneLine(through.Entity.Type)};");
            ConstructionText.Of(through.Construction, through.Properties, Given).Write(writer, "return ");
        }

        string? Required(PropertyModel property) => through.Carries(property) && property.IsRequired ? Value(property) : null;

        string? Given(PropertyModel property) => !through.Carries(property) ? null
            : property.IsRequired ? Value(property)
            : $"IsAssigned({property.Ordinal}) ? {Value(property)} : initial.{CSharpText.Identifier(property.Name)}";

        string Value(PropertyModel property) => Names.Field(carried, property.Name);
    }
}
