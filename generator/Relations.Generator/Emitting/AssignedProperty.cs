using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits a property whose setter remembers that it was assigned: what patches and through data consist of.</summary>
internal static class AssignedProperty
{
    public static void EmitFields(SourceWriter writer, IReadOnlyList<PropertyModel> properties)
    {
        foreach (var property in properties)
        {
            var initial = property is { IsReference: true } && !property.Is(PropertyKinds.Nullable) ? " = null!" : "";
            writer.Write($"private {ColumnText.Type(property)} {Names.Field(properties, property.Name)}{initial};");
        }

        if (properties.Count > 0)
        {
            writer.Line();
        }
    }

    public static void Emit(SourceWriter writer, string owner, IReadOnlyList<PropertyModel> properties, PropertyModel property, string modifiers)
    {
        var field = Names.Field(properties, property.Name);
        Documentation.Inherit(writer, property);
        writer.Write($$"""public {{New(property.Name)}}{{modifiers}}{{ColumnText.Type(property)}} {{Member(property.Name, owner)}} { get => {{field}}; set => Assign(ref {{field}}, value, {{property.Ordinal}}); }""");
    }

    /// <summary>The property's name, unless the emitted type needs it for itself.</summary>
    public static string Member(string name, string owner) => CSharpText.Identifier(name is "Bind" or "ToRow" || name == owner ? name + "Value" : name);

    private static string New(string name) => name is "IsAssigned" or "Equals" or "GetHashCode" or "ToString" or "GetType" or "ReferenceEquals" or "MemberwiseClone" ? "new " : "";
}
