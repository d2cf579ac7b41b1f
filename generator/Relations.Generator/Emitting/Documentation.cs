using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits that a member has the documentation of the property it stands for, where that has any.</summary>
internal static class Documentation
{
    public static void Inherit(SourceWriter writer, PropertyModel property) => Inherit(writer, property.IsDocumented, property.Declaring, property.Name);

    public static void Inherit(SourceWriter writer, RelationModel relation) => Inherit(writer, relation.Setter.IsDocumented, relation.Setter.Declaring, relation.Property);

    private static void Inherit(SourceWriter writer, bool isDocumented, string declaring, string property)
    {
        if (isDocumented)
        {
            writer.Write($"/// <inheritdoc cref=\"{CSharpText.CrefType(declaring)}.{CSharpText.Identifier(property)}\"/>");
        }
    }
}
