using Microsoft.CodeAnalysis;

namespace Relations.PublicApi.Tests;

/// <summary>A line of the surface: the full name first, so that a type's members stand together, then all that a caller's code depends on.</summary>
internal static class PublicApiLine
{
    private static readonly SymbolDisplayFormat Name = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndParameters,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    private static readonly SymbolDisplayFormat Reference = new(
        globalNamespaceStyle: Name.GlobalNamespaceStyle,
        typeQualificationStyle: Name.TypeQualificationStyle,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: Name.MiscellaneousOptions);

    public static string Of(ISymbol symbol) => symbol is INamedTypeSymbol type ? OfType(type) : OfMember(symbol);

    private static string OfType(INamedTypeSymbol type)
    {
        var bases = Bases(type).Select(static symbol => symbol.ToDisplayString(Reference)).ToList();
        return $"{type.ToDisplayString(Name)}: {Modifiers(type)}{Kind(type)}{(bases.Count == 0 ? "" : " of " + string.Join(", ", bases))}{Return(type.DelegateInvokeMethod?.ReturnType)}";
    }

    private static string OfMember(ISymbol member)
    {
        var type = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => null,
            IMethodSymbol method => method.ReturnType,
            IPropertySymbol property => property.Type,
            IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => null,
            IFieldSymbol field => field.Type,
            IEventSymbol @event => @event.Type,
            _ => throw new ArgumentOutOfRangeException(nameof(member), member.Kind, "no such member is written"),
        };
        var modifiers = Modifiers(member).TrimEnd();
        return $"{member.ToDisplayString(Name)}{(modifiers.Length == 0 ? "" : ": " + modifiers)}{Return(type)}";
    }

    private static string Return(ITypeSymbol? type) => type is null ? "" : $" -> {type.ToDisplayString(Reference)}";

    private static string Kind(INamedTypeSymbol type) => (type.IsRecord ? "record " : "") + (type.IsExtension ? "extension" : type.TypeKind.ToString().ToLowerInvariant());

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        var interfaces = type.Interfaces.Where(static face => face.DeclaredAccessibility == Accessibility.Public).OrderBy(static face => face.ToDisplayString(Reference), StringComparer.Ordinal);
        return type.TypeKind switch
        {
            TypeKind.Enum => [type.EnumUnderlyingType!],
            TypeKind.Class when type.BaseType is { SpecialType: not SpecialType.System_Object } baseType => interfaces.Prepend(baseType),
            TypeKind.Delegate => [],
            _ => interfaces,
        };
    }

    private static string Modifiers(ISymbol symbol)
    {
        var isType = symbol is INamedTypeSymbol;
        var isPlainClass = symbol is INamedTypeSymbol { TypeKind: TypeKind.Class };
        (bool Holds, string Word)[] words =
        [
            (symbol.DeclaredAccessibility != Accessibility.Public, "protected"),
            (symbol is IFieldSymbol { IsConst: true, ContainingType.TypeKind: not TypeKind.Enum }, "const"),
            (symbol.IsStatic && symbol is not IFieldSymbol { IsConst: true }, "static"),
            (symbol.IsAbstract && (!isType || isPlainClass) && symbol.ContainingType?.TypeKind != TypeKind.Interface, "abstract"),
            (symbol.IsVirtual && symbol.ContainingType?.TypeKind != TypeKind.Interface, "virtual"),
            (symbol.IsOverride, "override"),
            (symbol.IsSealed && (!isType || isPlainClass) && !symbol.IsStatic, "sealed"),
            (symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }, "required"),
            (symbol is IPropertySymbol { SetMethod.IsInitOnly: true }, "init"),
            (symbol is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Protected or Accessibility.ProtectedOrInternal, DeclaredAccessibility: Accessibility.Public }, "protected-set"),
            (symbol is IFieldSymbol { IsReadOnly: true } or INamedTypeSymbol { IsReadOnly: true }, "readonly"),
            (symbol is INamedTypeSymbol { IsRefLikeType: true }, "ref"),
            (symbol is IMethodSymbol { IsExtensionMethod: true }, "extension"),
        ];
        return string.Concat(words.Where(static word => word.Holds).Select(static word => word.Word + " "));
    }
}
