using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits unsafe accessors: how the definition reaches init accessors, private setters and private constructors without reflection.</summary>
internal static class AccessorEmitter
{
    private const string Attribute = "global::System.Runtime.CompilerServices.UnsafeAccessor";

    public static void Emit(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        if (mapping.Construction.IsPrivate)
        {
            var parameters = mapping.Construction.Parameters.Select(static parameter => $"{parameter.Type} {CSharpText.Identifier(parameter.Name)}");
            writer.Line();
            writer.Write($"""
                [{Attribute}({Attribute}Kind.Constructor)]
                private static extern {entity.Type} Create({string.Join(", ", parameters)});
                """);
        }

        foreach (var property in mapping.Properties)
        {
            if (NeedsAccessor(mapping.Construction, property))
            {
                EmitSetter(writer, property.Declaring, property.Name, property.IsNullable ? property.Type + "?" : property.Type);
            }
        }

        foreach (var relation in mapping.Relations)
        {
            if (relation.Setter is { Slot: null, Assignment: not Assignment.Set } setter)
            {
                EmitSetter(writer, setter.Declaring, relation.Property, setter.IsNullable ? setter.Type + "?" : setter.Type);
            }
        }
    }

    private static bool NeedsAccessor(ConstructionModel construction, PropertyModel property) =>
        construction.Parameters.All(parameter => parameter.Property != property.Name) &&
        (property.Assignment == Assignment.Accessor || (construction.IsPrivate && property.Assignment == Assignment.Init));

    private static void EmitSetter(SourceWriter writer, string declaring, string property, string type)
    {
        writer.Line();
        writer.Write($"""
            [{Attribute}({Attribute}Kind.Method, Name = "set_{property}")]
            private static extern void Set{property}({declaring} entity, {type} value);
            """);
    }
}
