using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Makes references to entities, as the file of one entity writes them.</summary>
internal static class EntityReferences
{
    public static EntityReference To(ParseScope scope, EntityShape shape) => new(
        shape.Type.Name,
        scope.Text.Of(shape.Type),
        scope.FullText.Of(shape.Type),
        scope.Text.Companion(shape.Type),
        new KeyShape(shape.Key).Model,
        IsForeign: !SymbolEqualityComparer.Default.Equals(shape.Type.ContainingAssembly, scope.Compilation.Assembly))
    {
        Caution = shape.Caution,
    };

    /// <summary>The type of the primary key: a value's, or a named tuple.</summary>
    public static string KeyType(EntityShape shape) => new KeyShape(shape.Key).Type;
}
