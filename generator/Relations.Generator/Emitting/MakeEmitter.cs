using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits how an entity is made of what was given: by data from outside, or by through data.</summary>
internal static class MakeEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        var construction = mapping.Construction;
        var settable = mapping.Properties.Where(static property => !property.Is(PropertyKinds.Computed) && property.Assignment != Assignment.Accessor).ToList();
        var later = settable.FindAll(property => construction.IsPrivate ? !IsParameter(property) : !IsAtOnce(property));
        var start = ConstructionText.Of(construction, mapping.Properties, Required);
        var made = construction.IsPrivate ? $"Create{(start.Arguments.Length == 0 ? "()" : start.Arguments)}" : start.OnOneLine(entity.Type);
        var declaration = $"public override {entity.Type} Make(global::Relations.Definitions.IGivenValues row)";
        writer.Line();
        if (later.Count == 0)
        {
            writer.Write($"{declaration} => {made};");
            return;
        }

        using (writer.Open(declaration))
        {
            if (construction.IsPrivate || later.TrueForAll(property => property.Assignment == Assignment.Set && !IsParameter(property)))
            {
                var variable = Names.Variable(entity.Name, "row");
                writer.Write($"var {variable} = {made};");
                foreach (var property in later)
                {
                    var read = ColumnText.ReadGiven(property);
                    writer.Write($"if (row.IsGiven({property.Ordinal})) {(property.Assignment == Assignment.Set ? $"{variable}.{CSharpText.Identifier(property.Name)} = {read}" : $"Set{property.Name}({variable}, {read})")};");
                }

                writer.Write($"return {variable};");
            }
            else
            {
                writer.Write($"var initial = {made};");
                ConstructionText.Of(construction, mapping.Properties, Given).Write(writer, "return ");
            }
        }

        ParameterModel? Parameter(PropertyModel property) => construction.Parameters.FirstOrDefault(parameter => parameter.Property == property.Name);

        bool IsParameter(PropertyModel property) => Parameter(property) is not null;

        // A private constructor is called with all of its arguments.
        string? Required(PropertyModel property) => !settable.Contains(property) ? null
            : construction.IsPrivate && Parameter(property) is { Default: { } initial } ? $"row.IsGiven({property.Ordinal}) ? {Nested(property)} : {initial}"
            : IsAtOnce(property) || (construction.IsPrivate && IsParameter(property)) ? ReadRequired(property)
            : null;

        string? Given(PropertyModel property) => !settable.Contains(property) ? null
            : IsAtOnce(property) ? ReadRequired(property)
            : $"row.IsGiven({property.Ordinal}) ? {Nested(property)} : initial.{CSharpText.Identifier(property.Name)}";
    }

    /// <summary>Whether the entity is made with it: a key that the database generates, and that is not given, has its type's default value.</summary>
    private static bool IsAtOnce(PropertyModel property) => property.IsRequired || (property.Is(PropertyKinds.PrimaryKey) && property.Is(PropertyKinds.Generated));

    /// <summary>A link's row is made without its keys, which the relation fills in. A strong type, or a name of an enum, would not be made of nothing.</summary>
    private static string ReadRequired(PropertyModel property) => property.Strong is null && property.NamedEnum is null || property.Is(PropertyKinds.Nullable)
        ? ColumnText.ReadGiven(property)
        : $"row.IsGiven({property.Ordinal}) ? {ColumnText.ReadGiven(property)} : default";

    private static string Nested(PropertyModel property) => property.Is(PropertyKinds.Nullable) ? $"({ColumnText.ReadGiven(property)})" : ColumnText.ReadGiven(property);
}
