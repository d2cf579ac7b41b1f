using Microsoft.CodeAnalysis;

namespace Relations.Generator.Parsing;

/// <summary>The types that mean something to the generator, recognised by name, so that nothing is looked up that a model does not use.</summary>
internal static class KnownSymbols
{
    public const string Relations = "Relations";
    public const string DataAnnotations = "System.ComponentModel.DataAnnotations";
    public const string DataAnnotationsSchema = "System.ComponentModel.DataAnnotations.Schema";
    public const string Json = "System.Text.Json.Serialization";
    public const string CodeAnalysis = "System.Diagnostics.CodeAnalysis";
    public const string Collections = "System.Collections.Generic";
    public const string EntityAttribute = "Relations.EntityAttribute";
    public const string EntityRepository = "Relations.EntityRepository`5";
    public const string ServiceCollection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    public static bool IsEntity(this ITypeSymbol type) => Attribute(type, Relations, "EntityAttribute") is not null;

    /// <summary>Whether it is marked with an <c>[Entity]</c> that the compiler does not know, as where a using is missing: the compiler speaks of it.</summary>
    public static bool IsPerhapsEntity(this ITypeSymbol type) =>
        type.GetAttributes().Any(static attribute => attribute.AttributeClass is { TypeKind: TypeKind.Error, Name: "Entity" or "EntityAttribute" });

    public static AttributeData? Attribute(ISymbol symbol, string containingNamespace, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name && type.IsIn(containingNamespace))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether the type is <c>Relations.Link&lt;,&gt;</c>.</summary>
    public static bool IsLink(this INamedTypeSymbol type) => type is { Name: "Link", Arity: 2 } && type.IsIn(Relations);

    /// <summary>Whether the type stands in this namespace, and in no other type.</summary>
    public static bool IsIn(this INamedTypeSymbol type, string containingNamespace)
    {
        if (type.ContainingType is not null)
        {
            return false;
        }

        var end = containingNamespace.Length;
        var current = type.ContainingNamespace;
        while (current is { IsGlobalNamespace: false })
        {
            var start = end - current.Name.Length;
            if (start < 0 || string.CompareOrdinal(containingNamespace, start, current.Name, 0, current.Name.Length) != 0)
            {
                return false;
            }

            current = current.ContainingNamespace;
            if (start == 0)
            {
                return current is { IsGlobalNamespace: true };
            }

            if (containingNamespace[start - 1] != '.')
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }
}
