using Microsoft.CodeAnalysis;

namespace Relations.Generator.Parsing;

/// <summary>Finds the entities that derive from a type, or implement it.</summary>
internal static class ConcreteTypes
{
    /// <summary>The entities of the project that are of the type and have a table of their own, in the order of their names. Only a polymorphic relation that names no targets, and an abstract entity, cost this walk.</summary>
    public static List<INamedTypeSymbol> Of(ParseScope scope, INamedTypeSymbol type) =>
        [.. TypesIn(scope, scope.Compilation.Assembly.GlobalNamespace).Where(candidate => !candidate.IsAbstract && Is(candidate, type) && candidate.IsEntity()).OrderBy(static candidate => candidate.ToDisplayString(), StringComparer.Ordinal)];

    /// <summary>Whether a type is another one, derives from it or implements it.</summary>
    public static bool Is(INamedTypeSymbol candidate, INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return candidate.AllInterfaces.Contains(type, SymbolEqualityComparer.Default);
        }

        for (var current = candidate; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The discriminator's value for an entity: that of its <c>[Discriminator]</c>, else its name.</summary>
    public static string Discriminator(INamedTypeSymbol type) =>
        KnownSymbols.Attribute(type, KnownSymbols.Relations, "DiscriminatorAttribute") is { ConstructorArguments: [{ Value: string value }] } ? value : type.Name;

    private static IEnumerable<INamedTypeSymbol> TypesIn(ParseScope scope, INamespaceOrTypeSymbol container)
    {
        scope.Cancel.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in TypesIn(scope, member))
            {
                yield return inner;
            }
        }
    }
}
