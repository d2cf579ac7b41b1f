using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits a property that remembers that it was assigned: what patches and through data consist of.</summary>
internal static class AssignedProperty
{
    public static void Emit(SourceWriter writer, string owner, IReadOnlyList<PropertyModel> properties, PropertyModel property, string modifiers)
    {
        var inherited = properties.Any(static other => other.Name is "Get" or "Set") ? "base." : "";
        var name = Member(property.Name, owner);
        var hides = property.Name is "Equals" or "GetHashCode" or "ToString" or "GetType" or "ReferenceEquals" or "MemberwiseClone" ? "new " : "";
        Documentation.Inherit(writer, property);
        CautionText.Emit(writer, property.Caution);
        writer.Write($$"""public {{hides}}{{modifiers}}{{ColumnText.Type(property)}} {{name}} { get => {{inherited}}Get<{{ColumnText.Type(property)}}>({{property.Ordinal}}); set => {{inherited}}Set({{property.Ordinal}}, value); }""");
    }

    /// <summary>The property's name, unless it is that of the type itself.</summary>
    public static string Member(string name, string owner) => CSharpText.Identifier(name == owner ? name + "Value" : name);
}
