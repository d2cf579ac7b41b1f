using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits what data from outside may say: of the entity, of its patch, and of the through data and shared patches of its relations.</summary>
internal static class BodiesEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        writer.Line();
        writer.Write("public override global::Relations.Definitions.BodyDefinition[] Bodies() =>");
        writer.Write("[");
        using (writer.Indent("];"))
        {
            // Who hides the constructor wants to make the entity himself.
            if (!mapping.Construction.IsPrivate)
            {
                EmitEntity(writer, entity, mapping);
            }

            EmitAssigned(writer, entity.Name + "Patch", "this", [.. PatchEmitter.Properties(mapping.Properties).Where(IsFromOutside)], static _ => false);
            for (var index = 0; index < mapping.Relations.Count; index++)
            {
                var relation = mapping.Relations[index];
                if (relation is { SharedWith: null, Through: not null, HasTypes: true, Polymorphic: { } several })
                {
                    EmitAssigned(writer, relation.Target.Patch, $"Target({index})", [.. PatchEmitter.Properties(several.Properties).Where(IsFromOutside)], static _ => false);
                }

                if (relation is { SharedWith: null, Through: { } through } && through.Carried.ToList() is { Count: > 0 } carried)
                {
                    // Through data cannot be made without what it requires.
                    var accepted = carried.Where(static property => property.IsRequired || !property.IsJsonIgnored).ToList();
                    EmitAssigned(writer, Names.ThroughDataType(entity, relation), through.Entity.Cref == entity.Cref ? "this" : through.Entity.Definition, accepted, static property => property.IsRequired);
                }
            }
        }
    }

    private static void EmitEntity(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        var accepted = mapping.Properties.Where(static property => property.IsWritable && IsFromOutside(property)).ToList();
        var made = ConstructionText.Of(mapping.Construction, mapping.Properties, Required).OnOneLine(entity.Type);
        if (accepted.TrueForAll(property => property.IsRequired || IsSetLater(property)))
        {
            EmitBody(writer, entity.Type, "this", accepted, static property => property.IsRequired, made, CSharpText.Identifier);
            return;
        }

        writer.Write(Start(entity.Type, "this", accepted, static property => property.IsRequired));
        writer.Write("{");
        using (writer.Indent("}),"))
        {
            writer.Write($"var initial = {made};");
            ConstructionText.Of(mapping.Construction, mapping.Properties, Given).Write(writer, "return ");
        }

        bool IsSetLater(PropertyModel property) =>
            property.Assignment == Assignment.Set && mapping.Construction.Parameters.All(parameter => parameter.Property != property.Name);

        string? Required(PropertyModel property) => accepted.Contains(property) && property.IsRequired ? ColumnText.Read(property) : null;

        string? Given(PropertyModel property) => !accepted.Contains(property) ? null
            : property.IsRequired ? ColumnText.Read(property)
            : $"row.IsGiven({property.Ordinal}) ? {Nested(property)} : initial.{CSharpText.Identifier(property.Name)}";
    }

    /// <summary>A type whose properties remember that they were assigned.</summary>
    private static void EmitAssigned(SourceWriter writer, string type, string definition, IReadOnlyList<PropertyModel> accepted, Func<PropertyModel, bool> isRequired)
    {
        var required = accepted.Where(isRequired).Select(property => $"{AssignedProperty.Member(property.Name, type)} = {ColumnText.Read(property)}").ToList();
        var made = $"new {type}{(required.Count == 0 ? "()" : $" {{ {string.Join(", ", required)} }}")}";
        EmitBody(writer, type, definition, accepted, isRequired, made, name => AssignedProperty.Member(name, type));
    }

    /// <summary>Makes one with what is required, then sets what else is given.</summary>
    private static void EmitBody(SourceWriter writer, string type, string definition, IReadOnlyList<PropertyModel> accepted, Func<PropertyModel, bool> isRequired, string made, Func<string, string> memberOf)
    {
        var start = Start(type, definition, accepted, isRequired);
        var optional = accepted.Where(property => !isRequired(property)).ToList();
        if (optional.Count == 0)
        {
            writer.Write($"{start} {made}),");
            return;
        }

        writer.Write(start);
        writer.Write("{");
        using (writer.Indent("}),"))
        {
            writer.Write($"var given = {made};");
            foreach (var property in optional)
            {
                writer.Write($"if (row.IsGiven({property.Ordinal})) given.{memberOf(property.Name)} = {ColumnText.Read(property)};");
            }

            writer.Write("return given;");
        }
    }

    /// <summary>Whether JSON may set the property: neither its setter nor the property is hidden.</summary>
    private static bool IsFromOutside(PropertyModel property) => !property.IsJsonIgnored && property.Assignment != Assignment.Accessor;

    private static string Start(string type, string definition, IReadOnlyCollection<PropertyModel> accepted, Func<PropertyModel, bool> isRequired) =>
        $"Body<{type}>({definition}, accepts: {Strings(accepted)}, requires: {Strings(accepted.Where(isRequired))}, static {(accepted.Count == 0 ? "_" : "row")} =>";

    private static string Strings(IEnumerable<PropertyModel> properties) => $"[{string.Join(", ", properties.Select(static property => CSharpText.Literal(property.Name)))}]";

    private static string Nested(PropertyModel property) => property.Is(PropertyKinds.Nullable) ? $"({ColumnText.Read(property)})" : ColumnText.Read(property);
}
