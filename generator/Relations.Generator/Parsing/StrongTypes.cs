using Microsoft.CodeAnalysis;

namespace Relations.Generator.Parsing;

/// <summary>Recognises strong types: <c>readonly record struct DoctorId(int Value)</c>, a struct that is nothing but one value.</summary>
internal static class StrongTypes
{
    /// <summary>The property that gives the value inside, or null where the type is no strong type.</summary>
    /// <remarks>
    /// By what also metadata tells: a readonly struct, equatable to itself, whose constructor takes what its deconstruction gives, and which can be given nothing else.
    /// </remarks>
    public static IPropertySymbol? ValueOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, IsReadOnly: true, IsRefLikeType: false, SpecialType: SpecialType.None, IsTupleType: false } named || !IsEquatable(named))
        {
            return null;
        }

        var properties = named.GetMembers().OfType<IPropertySymbol>().Where(static property => property is { IsStatic: false, IsIndexer: false }).ToList();
        var value = properties.Find(property => IsPublic(property) && named.InstanceConstructors.Any(constructor => Takes(constructor, property)));
        return value is not null
            && properties.TrueForAll(property => property.SetMethod is null || property.Name == value.Name)
            && named.GetMembers("Deconstruct").OfType<IMethodSymbol>().Any(method => Gives(method, value))
            && named.GetMembers().OfType<IFieldSymbol>().Count(static field => !field.IsStatic) <= 1
            ? value
            : null;
    }

    /// <summary>What a struct of the user's would need to be a strong type, or null where it is none.</summary>
    public static string? Lack(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None, IsTupleType: false } named || IsOfSystem(named))
        {
            return null;
        }

        if (ValueOf(named) is { } held)
        {
            return $"hold a value that a column can hold, which {held.Type.ToDisplayString()} is not";
        }

        var value = named.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => IsPublic(property) && named.InstanceConstructors.Any(constructor => Takes(constructor, property)));
        return !named.IsReadOnly ? "be readonly"
            : !IsEquatable(named) ? $"implement IEquatable<{named.Name}>"
            : value is null ? "have a public property that cannot be null, and a public constructor that takes its value alone, by its very name"
            : !named.GetMembers("Deconstruct").OfType<IMethodSymbol>().Any(method => Gives(method, value)) ? $"have a public Deconstruct that gives {value.Name}"
            : $"hold nothing but {value.Name}";
    }

    private static bool IsOfSystem(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name == "System";
    }

    private static bool IsPublic(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public, Type.NullableAnnotation: not NullableAnnotation.Annotated };

    private static bool IsEquatable(INamedTypeSymbol type) => type.AllInterfaces.Any(other =>
        other is { Name: "IEquatable", TypeArguments: [var argument] } && other.IsIn("System") && SymbolEqualityComparer.Default.Equals(argument, type));

    private static bool Takes(IMethodSymbol constructor, IPropertySymbol value) =>
        constructor is { DeclaredAccessibility: Accessibility.Public, Parameters: [{ RefKind: RefKind.None } parameter] } && parameter.Name == value.Name && IsSameType(parameter, value);

    private static bool Gives(IMethodSymbol method, IPropertySymbol value) =>
        method is { DeclaredAccessibility: Accessibility.Public, Parameters: [{ RefKind: RefKind.Out } parameter] } && IsSameType(parameter, value);

    private static bool IsSameType(IParameterSymbol parameter, IPropertySymbol value) => SymbolEqualityComparer.Default.Equals(parameter.Type, value.Type);
}
