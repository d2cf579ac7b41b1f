using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits how an entity is made of a row.</summary>
internal static class ReadEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        var declaration = $"public override {entity.Type} Read<TReader>(ref TReader row)";
        if (!mapping.Construction.IsPrivate && mapping.Properties.All(static property => property.Assignment != Assignment.Accessor))
        {
            ConstructionText.Of(mapping.Construction, mapping.Properties, ColumnText.Read).Write(writer, declaration + " => ");
            return;
        }

        using (writer.Open(declaration))
        {
            EmitSteps(writer, entity, mapping, Names.Variable(entity.Name, "row"));
        }
    }

    /// <summary>Makes the entity, then sets what an object initializer cannot.</summary>
    private static void EmitSteps(SourceWriter writer, EntityModel entity, MappingModel mapping, string variable)
    {
        var construction = ConstructionText.Of(mapping.Construction, mapping.Properties, ColumnText.Read);
        var isPrivate = mapping.Construction.IsPrivate;
        if (isPrivate)
        {
            writer.Write($"var {variable} = Create{(construction.Arguments.Length == 0 ? "()" : construction.Arguments)};");
        }
        else
        {
            construction.Write(writer, $"{entity.Type} {variable} = ");
        }

        foreach (var property in mapping.Properties)
        {
            var isParameter = mapping.Construction.Parameters.Any(parameter => parameter.Property == property.Name);
            if (!isParameter && (isPrivate || property.Assignment == Assignment.Accessor))
            {
                writer.Write(property.Assignment == Assignment.Set
                    ? $"{variable}.{CSharpText.Identifier(property.Name)} = {ColumnText.Read(property)};"
                    : $"Set{property.Name}({variable}, {ColumnText.Read(property)});");
            }
        }

        writer.Write($"return {variable};");
    }
}
