using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits <c>doctor.IsLoaded(d => d.Patients)</c>.</summary>
internal static class ExtensionsEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity)
    {
        var variable = Names.Variable(entity.Name, "relation");
        var access = Names.Accessibility(entity.Visibility);
        writer.Line();
        writer.Write($"/// <summary>Whether relations of {CSharpText.WithArticle(Prose.One(entity))} were included.</summary>");
        CautionText.Emit(writer, entity.Caution);
        using (writer.Open($"{access} static partial class {entity.Name}Extensions"))
        {
            writer.Write($"""
                /// <summary>Whether the relation was included: <c>{variable}.IsLoaded({Lambda(entity)})</c>.</summary>
                public static bool IsLoaded(this {entity.Type} {variable}, global::System.Func<{entity.Name}Properties, global::Relations.Querying.RelationPath> relation) =>
                    global::Relations.Querying.RelationPath.IsLoaded({entity.Name}Definition.Instance, {variable}, relation);
                """);
        }
    }

    private static string Lambda(EntityModel entity)
    {
        var letter = char.ToLowerInvariant(entity.Name[0]);
        return $"{letter} => {letter}.{entity.Mapping!.Relations[0].Property}";
    }
}
