using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits the part of the user's own type: its partial relation properties, and what a record prints.</summary>
internal static class EntityPartEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, EntityPartModel part)
    {
        writer.Line();
        EmitDeclaration(writer, entity, part, depth: 0);
    }

    private static void EmitDeclaration(SourceWriter writer, EntityModel entity, EntityPartModel part, int depth)
    {
        var isOwn = depth == part.Declarations.Count - 1;
        using (writer.Open($"{(isOwn && part.Declarations.Count == 1 ? Accessibility(entity) : "")}partial {part.Declarations[depth]}"))
        {
            if (isOwn)
            {
                EmitMembers(writer, entity, part);
            }
            else
            {
                EmitDeclaration(writer, entity, part, depth + 1);
            }
        }
    }

    /// <summary>Where the type is nested, C# takes its accessibility from the user's part.</summary>
    private static string Accessibility(EntityModel entity) => entity.Mapping is null ? "" : Names.Accessibility(entity.Visibility) + " ";

    private static void EmitMembers(SourceWriter writer, EntityModel entity, EntityPartModel part)
    {
        foreach (var property in part.Properties.Where(static property => property.Slot is not null))
        {
            CautionText.Emit(writer, property.Caution is { IsError: true } ? property.Caution : null);
            writer.Write($"internal global::Relations.Definitions.RelationSlot<{property.SlotType}> {property.Slot};");
        }

        var isFirst = part.Properties.All(static property => property.Slot is null);
        foreach (var property in part.Properties)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            EmitProperty(writer, entity, property);
            isFirst = false;
        }

        if (part.Printing is { } print)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            PrintMembersEmitter.Emit(writer, print);
        }
    }

    private static void EmitProperty(SourceWriter writer, EntityModel entity, PartialPropertyModel property)
    {
        var declaration = $"{property.Modifiers} {property.Type} {CSharpText.Identifier(property.Name)}";
        var get = Get(entity, property);
        if (property.Setter is null)
        {
            writer.Write($"{declaration} => {get};");
            return;
        }

        using (writer.Open(declaration))
        {
            if (property.HasGetter)
            {
                writer.Write($"get => {get};");
            }

            writer.Write($"{property.Setter} => {(property.Slot is null ? get : property.Slot + ".Load(value)")};");
        }
    }

    private static string Get(EntityModel entity, PartialPropertyModel property) => property switch
    {
        { Slot: null } => $"throw new global::System.InvalidOperationException({CSharpText.Literal($"The relation {entity.Name}.{property.Name} could not be resolved; the compiler's diagnostics say why.")})",
        { IsNullable: true } => $"{property.Slot}.GetOrNull()",
        _ => $"{property.Slot}.Get(this)",
    };
}
