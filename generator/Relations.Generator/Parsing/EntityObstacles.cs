using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>What keeps a related type from being an entity, where <c>[Entity]</c> would not make it one.</summary>
internal static class EntityObstacles
{
    /// <summary>What keeps a target or through model from being an entity, and what to do, or an empty text where it only lacks the attribute.</summary>
    public static string Of(ParseScope scope, RelationDeclaration declaration, INamedTypeSymbol type) =>
        type.IsAbstract && !SymbolEqualityComparer.Default.Equals(type, declaration.Through) && ConcreteTypes.Of(scope, type) is { Count: > 0 } types
            ? SeveralTypes(declaration, string.Join(", ", types.Select(static type => type.Name)))
            : Of(scope, type);

    /// <summary>The same of a type that stands for itself alone.</summary>
    public static string Of(ParseScope scope, INamedTypeSymbol type)
    {
        var reason = type switch
        {
            _ when !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, scope.Compilation.Assembly) => $"it belongs to another assembly, {type.ContainingAssembly.Name}, and could be marked only there",
            { TypeKind: TypeKind.Class, IsAbstract: true } when ConcreteTypes.Of(scope, type).Count > 0 => "it is abstract",
            _ => RefusalParser.Reason(type),
        };
        return reason is null ? "" : $"it cannot be one, for {reason}";
    }

    private static string SeveralTypes(RelationDeclaration declaration, string types) => declaration.Kind is RelationKind.BelongsTo or RelationKind.HasManyThrough
        ? $"to relate to the entities that are one ({types}), set Polymorphic = true"
        : $"only [BelongsTo], or [HasMany] through a model, can relate to the entities that are one ({types}), with Polymorphic = true";
}
