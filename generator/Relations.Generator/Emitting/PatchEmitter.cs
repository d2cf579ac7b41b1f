using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits the patch: a property for each column that users write, the primary key left out.</summary>
internal static class PatchEmitter
{
    /// <summary>What a patch can change.</summary>
    public static List<PropertyModel> Properties(MappingModel mapping) =>
        mapping.Properties.Where(static property => property.IsWritable && !property.Is(PropertyKinds.PrimaryKey)).ToList();

    public static void Emit(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        var properties = Properties(mapping);
        var patch = entity.Name + "Patch";
        writer.Line();
        writer.Write($"/// <summary>New values for some columns of {CSharpText.WithArticle(Prose.One(entity))}; what is not assigned stays as it is.</summary>");
        using (writer.Open($"{Names.Accessibility(entity.Visibility)} sealed class {patch} : global::Relations.Definitions.Patch"))
        {
            AssignedProperty.EmitFields(writer, properties);
            foreach (var property in properties)
            {
                AssignedProperty.Emit(writer, patch, properties, property, modifiers: "");
            }

            if (properties.Count > 0)
            {
                writer.Line();
            }

            writer.Write("/// <inheritdoc/>");
            using (writer.Open("public override void Bind<TBinder>(ref TBinder values)"))
            {
                foreach (var property in properties)
                {
                    var value = ColumnText.Bound(property, Names.Field(properties, property.Name), property.Is(PropertyKinds.Nullable));
                    writer.Write($"if (IsAssigned({property.Ordinal})) values.Bind({property.Ordinal}, {value});");
                }
            }
        }
    }
}
