using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>What the type of a relation's property says: what it holds, and how many.</summary>
/// <param name="Element">The target as the type names it, or null where the type is not supported.</param>
/// <param name="LinkThrough">The through model of a <c>Link&lt;,&gt;</c> element.</param>
/// <param name="IsArray">Whether it is an array.</param>
/// <param name="IsNullable">Whether it is declared nullable.</param>
/// <param name="IsPromised">Whether it is declared not nullable, in code that knows the difference.</param>
internal sealed record RelationPropertyType(INamedTypeSymbol? Element, INamedTypeSymbol? LinkThrough, bool IsArray, bool IsNullable, bool IsPromised)
{
    public static RelationPropertyType Of(ITypeSymbol type, RelationKind kind)
    {
        var many = kind is RelationKind.HasMany or RelationKind.HasManyThrough;
        var element = many ? ElementOf(type) : type is INamedTypeSymbol { Arity: 0 } single ? single : null;
        var through = default(INamedTypeSymbol);
        if (many && element is not null && element.IsLink())
        {
            through = element.TypeArguments[1] as INamedTypeSymbol;
            element = through is null ? null : element.TypeArguments[0] as INamedTypeSymbol;
        }

        return new(
            element is { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Error } ? Bare(element) : null,
            through,
            type is IArrayTypeSymbol,
            IsNullableType(type, many),
            type.NullableAnnotation == NullableAnnotation.NotAnnotated);
    }

    /// <summary>The entity that a property of the type could be a relation to: the type itself, or what a collection of any kind holds.</summary>
    public static INamedTypeSymbol? EntityIn(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol single && single.IsEntity())
        {
            return single;
        }

        var held = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } sequence ? sequence
            : type.AllInterfaces.FirstOrDefault(static other => other.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
        return held?.TypeArguments[0] is INamedTypeSymbol element && element.IsEntity() ? element : null;
    }

    /// <summary>Where nullable annotations are off nothing is declared: a list then counts as non-nullable, for it is never null once it was included, a single target as nullable.</summary>
    private static bool IsNullableType(ITypeSymbol type, bool many) => type.NullableAnnotation switch
    {
        NullableAnnotation.Annotated => true,
        NullableAnnotation.None => !many,
        _ => false,
    };

    /// <summary>The entity itself, whatever the property says of null.</summary>
    private static INamedTypeSymbol Bare(INamedTypeSymbol element) => (INamedTypeSymbol)element.WithNullableAnnotation(NullableAnnotation.None);

    private static INamedTypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: INamedTypeSymbol element } => NotNullable(element),
        INamedTypeSymbol { Arity: 1, Name: "IReadOnlyList" or "IList" or "ICollection" or "IEnumerable" or "IReadOnlyCollection" or "List", TypeArguments: [INamedTypeSymbol element] } list
            when list.IsIn(KnownSymbols.Collections) => NotNullable(element),
        _ => null,
    };

    /// <summary>A list whose elements may be null promises less than an inclusion delivers, and its exact type could not be written from the element.</summary>
    private static INamedTypeSymbol? NotNullable(INamedTypeSymbol element) => element.NullableAnnotation == NullableAnnotation.Annotated ? null : element;
}
