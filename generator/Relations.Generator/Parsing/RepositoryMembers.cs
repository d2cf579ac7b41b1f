using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>What the base class of repositories has, so that a relation called Session or Take can hide it and still work.</summary>
internal static class RepositoryMembers
{
    public static HiddenMember HiddenBy(ParseScope scope, string relation, string keyType)
    {
        for (var type = scope.Compilation.GetTypeByMetadataName(KnownSymbols.EntityRepository) ?? scope.Compilation.ObjectType; type is not null; type = type.BaseType)
        {
            scope.Read(type);
            foreach (var member in type.GetMembers(relation))
            {
                if (member.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                {
                    continue;
                }

                if (member is not IMethodSymbol method)
                {
                    return HiddenMember.Name;
                }

                if (method is { Arity: 0, Parameters: [{ Type: var parameter }] } && (parameter.ToDisplayString() == keyType || parameter.TypeKind == TypeKind.TypeParameter))
                {
                    return HiddenMember.KeyOverload;
                }
            }
        }

        return HiddenMember.None;
    }
}
