using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits a property that remembers that it was assigned: what patches and through data consist of.</summary>
internal static class AssignedProperty
{
    public static void Emit(SourceWriter writer, string owner, PropertyModel property, string modifiers)
    {
        var name = Member(property.Name, owner);
        var hides = property.Name is "Get" or "Set" or "Equals" or "GetHashCode" or "ToString" or "GetType" or "ReferenceEquals" or "MemberwiseClone" ? "new " : "";
        Documentation.Inherit(writer, property);
        writer.Write($$"""public {{hides}}{{modifiers}}{{ColumnText.Type(property)}} {{name}} { get => base.Get<{{ColumnText.Type(property)}}>({{property.Ordinal}}); set => base.Set({{property.Ordinal}}, value); }""");
    }

    /// <summary>The property's name, unless it is that of the type itself.</summary>
    public static string Member(string name, string owner) => CSharpText.Identifier(name == owner ? name + "Value" : name);
}
