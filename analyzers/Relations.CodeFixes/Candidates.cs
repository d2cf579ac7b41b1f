using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Properties that could be the foreign key that is looked for.</summary>
internal static class Candidates
{
    /// <summary>The properties of the key's type whose names end in Id or Key or name the type's key, less the primary key and those that the relation uses already.</summary>
    public static IEnumerable<string> Of(FixScope scope, INamedTypeSymbol holder, string keyType)
    {
        var used = new HashSet<string>(Named(scope.RelationAttribute), StringComparer.Ordinal) { "Id", holder.Name + "Id" };
        return holder.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, SetMethod: not null } &&
                !used.Contains(property.Name) && !HasKey(property) && WithoutNull(property.Type).ToDisplayString() == keyType && LooksLikeKey(scope, property, holder))
            .Select(static property => property.Name);
    }

    /// <summary>A property that another entity of the project has taken by name, such as PatientId, is not offered for Doctor.</summary>
    private static bool LooksLikeKey(FixScope scope, IPropertySymbol property, INamedTypeSymbol holder) =>
        property.Name.EndsWith("Key", StringComparison.Ordinal)
        || (property.Name.EndsWith("Id", StringComparison.Ordinal) && !IsOfOther(scope, property.Name.Substring(0, property.Name.Length - 2), holder));

    private static bool IsOfOther(FixScope scope, string model, INamedTypeSymbol holder) =>
        model != scope.Argument(ArgumentName.Referred)
        && new[] { scope.Through, scope.Target, scope.PropertySymbol?.ContainingType }.Where(type => type?.Name == model)
            .Concat(scope.Model.Compilation.GetSymbolsWithName(model, SymbolFilter.Type, scope.Cancel).OfType<INamedTypeSymbol>().Where(IsEntity))
            .Any(type => !SymbolEqualityComparer.Default.Equals(type, holder));

    private static bool IsEntity(INamedTypeSymbol type) => type.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "EntityAttribute", ContainingNamespace.Name: "Relations" });

    private static IEnumerable<string> Named(AttributeSyntax? attribute) =>
        attribute?.ArgumentList?.Arguments
            .Where(static argument => argument.NameEquals is not null)
            .Select(static argument => argument.Expression switch
            {
                InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: MemberAccessExpressionSyntax member }] } => member.Name.Identifier.ValueText,
                InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax name }] } => name.Identifier.ValueText,
                LiteralExpressionSyntax literal => literal.Token.ValueText,
                _ => "",
            }) ?? [];

    private static bool HasKey(IPropertySymbol property) => property.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "KeyAttribute");

    private static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type.WithNullableAnnotation(NullableAnnotation.None);
}
