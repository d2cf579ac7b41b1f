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
        CautionText.Emit(writer, entity, relation.Target, link);
        using (writer.Open($"{Names.Accessibility(relation.Visibility)} sealed class {type} : global::Relations.Definitions.ThroughData<{link.Type}>"))
        {
            foreach (var property in carried)
            {
                AssignedProperty.Emit(writer, type, carried, property, property.IsRequired ? "required " : "");
            }
        }
    }

    /// <summary>Makes empty through data: what it requires gets the default until it is given.</summary>
    public static string? Empty(EntityModel entity, RelationModel relation)
    {
        if (relation is not { SharedWith: null, Through: { } through } || through.Carried.ToList() is not { Count: > 0 } carried)
        {
            return null;
        }

        var type = Names.ThroughDataType(entity, relation);
        var required = carried.Where(static property => property.IsRequired).Select(property => $"{AssignedProperty.Member(property.Name, type)} = {(property.IsReference ? "default!" : "default")}").ToList();
        return $"static () => new {type}{(required.Count == 0 ? "()" : $" {{ {string.Join(", ", required)} }}")}";
    }
}
