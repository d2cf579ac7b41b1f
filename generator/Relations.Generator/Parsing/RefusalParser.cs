using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Refuses types that no repository can be emitted for.</summary>
internal static class RefusalParser
{
    public static void Parse(ParseScope scope, EntityShape shape)
    {
        shape.Visibility = VisibilityOf(shape.Type);
        if (shape.Type is { IsAbstract: true, IsStatic: false, TypeKind: TypeKind.Class } && ConcreteTypes.Of(scope, shape.Type).Count > 0)
        {
            shape.IsRefused = true; // it has no table, its concrete types have
            return;
        }

        if (Reason(shape.Type) is { } reason)
        {
            shape.IsRefused = true;
            shape.Problems.Add(new(ProblemKind.EntityCannotBeMapped, Syntax.Identifier(shape.Type), shape.Type.Name, reason));
            return;
        }

        if (SymbolEqualityComparer.Default.Equals(shape.Type.ContainingAssembly, scope.Compilation.Assembly))
        {
            EmittedNames.Parse(scope, shape);
        }
    }

    /// <summary>What keeps a type from being an entity, or null; that entities derive from an abstract class is another question.</summary>
    public static string? Reason(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not TypeKind.Class } => "it is neither a class nor a record class",
        { IsStatic: true } => "it is static",
        { IsAbstract: true } => "it is abstract, and no entity of the project derives from it",
        { Arity: > 0 } => "it is generic",
        { IsGenericType: true } => $"it is nested in {WithContaining(type).First(static containing => containing.Arity > 0).Name}, which is generic",
        _ when WithContaining(type).Any(static containing => containing.IsFileLocal) => "it is local to a file",
        _ when WithContaining(type).Any(static containing => !IsNameable(containing)) => "it is less accessible than its repository",
        _ => null,
    };

    private static Visibility VisibilityOf(INamedTypeSymbol type) =>
        WithContaining(type).All(static containing => containing.DeclaredAccessibility == Accessibility.Public) ? Visibility.Public : Visibility.Internal;

    private static bool IsNameable(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static IEnumerable<INamedTypeSymbol> WithContaining(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }
}
