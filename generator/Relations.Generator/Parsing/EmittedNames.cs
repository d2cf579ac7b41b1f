using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Checks that the names of the emitted types are free: the user's own types and other entities may have them.</summary>
internal static class EmittedNames
{
    /// <summary>Reports the first name that is taken.</summary>
    public static bool AreFree(ParseScope scope, EntityShape shape, IEnumerable<RelationModel> relations)
    {
        var type = shape.Type;
        var clash = NamesOf(type.Name, relations).Where(name => IsTaken(scope, type.ContainingNamespace, name.Name, name.IsPartial)).Select(static name => name.Name).FirstOrDefault()
            ?? (type.ContainingType is not null && Namesake(type) is not null ? type.Name + "Repository" : null);
        if (clash is null)
        {
            return true;
        }

        shape.Problems.Add(new(ProblemKind.EmittedNameClashes, Syntax.Identifier(type), clash, type.Name));
        return false;
    }

    private static IEnumerable<(string Name, bool IsPartial)> NamesOf(string entity, IEnumerable<RelationModel> relations)
    {
        yield return (entity + "Repository", true);
        yield return (entity + "Properties", false);
        yield return (entity + "Patch", false);
        yield return (entity + "Definition", false);
        var hasRelations = false;
        foreach (var relation in relations)
        {
            hasRelations = true;
            yield return (entity + relation.Property + "Relation", true);
            yield return (entity + relation.Property + "ThroughData", false);
            if (relation is { HasTypes: true, SharedWith: null })
            {
                yield return (relation.Target.Properties, false);
                yield return (relation.Target.Patch, false);
                foreach (var type in relation.Polymorphic!.Types)
                {
                    yield return (entity + relation.Property + type.Entity.Name + "Relation", true);
                }
            }
        }

        if (hasRelations)
        {
            yield return (entity + "Extensions", true);
        }
    }

    private static bool IsTaken(ParseScope scope, INamespaceSymbol space, string name, bool isPartial)
    {
        foreach (var type in space.GetTypeMembers(name, 0))
        {
            if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, scope.Compilation.Assembly) && Syntax.IsUserWritten(type) &&
                !(isPartial && PartParser.CanBeExtended(type, scope.Cancel)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Another entity of the same name in the namespace, which emits its types before a nested one does.</summary>
    private static INamedTypeSymbol? Namesake(INamedTypeSymbol nested)
    {
        foreach (var type in nested.ContainingNamespace.GetTypeMembers())
        {
            if (Find(type, nested) is { } namesake)
            {
                return SymbolEqualityComparer.Default.Equals(namesake, nested) ? null : namesake;
            }
        }

        return null;
    }

    private static INamedTypeSymbol? Find(INamedTypeSymbol type, INamedTypeSymbol nested)
    {
        if (type.Name == nested.Name && type.Arity == 0 && type.IsEntity())
        {
            return type;
        }

        return type.GetTypeMembers().Select(inner => Find(inner, nested)).FirstOrDefault(static found => found is not null);
    }
}
