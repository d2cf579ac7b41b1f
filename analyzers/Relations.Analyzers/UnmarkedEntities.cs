using Microsoft.CodeAnalysis;
using Relations.Generator.Parsing;

namespace Relations.Analyzers;

/// <summary>Finds relations of classes that are no entities. The generator only implements their partial properties.</summary>
internal static class UnmarkedEntities
{
    public static IEnumerable<Problem> ProblemsOf(INamedTypeSymbol type, Compilation compilation, CancellationToken cancel)
    {
        if (type.TypeKind != TypeKind.Class || type.IsPerhapsEntity())
        {
            yield break;
        }

        var scope = default(ParseScope);
        var isBase = default(bool?);
        foreach (var member in type.GetMembers())
        {
            if (member is not IPropertySymbol { PartialDefinitionPart: null } property || PropertyAttributes.Of(property) is not { IsRelation: true } attributes)
            {
                continue;
            }

            scope ??= new(compilation, type, cancel);
            if (!(isBase ??= IsBase(scope, type)))
            {
                yield return new(ProblemKind.RelatedTypeIsNoEntity, Syntax.Identifier(property), type.Name, type.Name, property.Name, EntityObstacles.Of(scope, type));
            }
            else if (new RelationDeclaration(property, attributes).IsPartial)
            {
                yield return new(
                    ProblemKind.RelationPropertyCannotBeSet, Syntax.Identifier(property), type.Name, property.Name,
                    $"{type.Name} is no entity, so nothing fills it; make it an ordinary property with a setter ({{ get; set; }}), and the entities that derive from {type.Name} have the relation");
            }
        }
    }

    /// <summary>Whether entities may inherit what is declared here. This may walk all types of the project: only a class that looks like a mistake costs it.</summary>
    private static bool IsBase(ParseScope scope, INamedTypeSymbol type) =>
        type.IsAbstract || type.IsGenericType || ConcreteTypes.Of(scope, type).Count > 0;
}
