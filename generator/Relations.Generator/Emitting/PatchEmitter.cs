using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits the patch: a property for each column that users write, the primary key left out.</summary>
internal static class PatchEmitter
{
    /// <summary>What a patch can change.</summary>
    public static List<PropertyModel> Properties(IEnumerable<PropertyModel> columns) =>
        columns.Where(static property => property.IsWritable && !property.Is(PropertyKinds.PrimaryKey)).ToList();

    public static void Emit(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        Emit(writer, $"New values for some columns of {CSharpText.WithArticle(Prose.One(entity))}; what is not assigned stays as it is.", entity.Caution, entity.Visibility, entity.Name + "Patch", mapping.Properties);
    }

    /// <summary>Emits the patch of what the targets of several types have in common.</summary>
    public static void EmitShared(SourceWriter writer, EntityModel entity, RelationModel relation) =>
        Emit(writer, $"New values for what the {CSharpText.Words(relation.Property)} of {CSharpText.WithArticle(Prose.One(entity))} have in common; what is not assigned stays as it is.", CautionModel.Graver(entity.Caution, relation.Target.Caution), relation.Visibility, relation.Target.Patch, relation.Polymorphic!.Properties);

    private static void Emit(SourceWriter writer, string sentence, CautionModel? caution, Visibility visibility, string patch, EquatableArray<PropertyModel> all)
    {
        writer.Line();
        writer.Write($"/// <summary>{sentence}</summary>");
        CautionText.Emit(writer, caution);
        using (writer.Open($"{Names.Accessibility(visibility)} sealed class {patch} : global::Relations.Definitions.Patch"))
        {
            var properties = Properties(all);
            foreach (var property in properties)
            {
                AssignedProperty.Emit(writer, patch, properties, property, modifiers: "");
            }
        }
    }
}
