using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits what warns of what the model warns of, and what silences such warnings in emitted code itself.</summary>
internal static class CautionText
{
    /// <summary>Emits that the declaration that follows warns of the same as what it was emitted for.</summary>
    public static void Emit(SourceWriter writer, CautionModel? caution)
    {
        if (caution is not null)
        {
            writer.Write(caution.Attributes);
        }
    }

    /// <summary>Emits what a type of a relation warns of: it mentions all of these entities.</summary>
    public static void Emit(SourceWriter writer, EntityModel entity, EntityReference target, EntityReference? through) =>
        Emit(writer, CautionModel.Graver(CautionModel.Graver(entity.Caution, target.Caution), through?.Caution));

    /// <summary>Emits the pragmas of a file that names all entities.</summary>
    public static void EmitPragmas(SourceWriter writer, IReadOnlyList<EntitySummary> entities)
    {
        if (entities.Any(static entity => entity.Caution is not null || entity.IsObsoleteToRead))
        {
            writer.Write("#pragma warning disable CS0612, CS0618 // obsolete entities");
        }

        EmitPragma(writer, entities.SelectMany(static entity => entity.Caution?.Ids ?? default).Distinct(StringComparer.Ordinal).OrderBy(static id => id, StringComparer.Ordinal));
    }

    /// <summary>Emits a pragma for the ids that the model gives its own warnings.</summary>
    public static void EmitPragma(SourceWriter writer, IEnumerable<string> ids)
    {
        var all = string.Join(", ", ids);
        if (all.Length > 0)
        {
            writer.Write($"#pragma warning disable {all} // what the model itself warns of");
        }
    }
}
