using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Gives a relation's property a type that an inclusion can fill.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ChangeRelationTypeFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RelationPropertyTypeIsNotSupported];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (scope.Property is not { } property || scope.RelationAttribute is not { } attribute || ElementOf(scope.PropertySymbol?.Type) is not { } element)
        {
            yield break;
        }

        var isLink = element is { Name: "Link", TypeArguments.Length: 2, ContainingNamespace.Name: "Relations" };
        var target = isLink ? element.TypeArguments[0] as INamedTypeSymbol : element;
        if (target is not { TypeKind: TypeKind.Class or TypeKind.Interface, SpecialType: SpecialType.None })
        {
            yield break;
        }

        var name = scope.WrittenAsType((INamedTypeSymbol)target.WithNullableAnnotation(NullableAnnotation.None), property);
        var isToMany = scope.Model.GetTypeInfo(attribute, scope.Cancel).Type?.Name == "HasManyAttribute";
        var item = isLink && scope.Through is { } through ? $"Link<{name}, {scope.WrittenAsType(through, property)}>" : name;
        var written = isToMany ? $"IReadOnlyList<{item}>{(property.Type is NullableTypeSyntax ? "?" : "")}" : $"{name}?";
        var more = isToMany && !scope.IsInScope("IReadOnlyList", property) ? new[] { Edits.AddUsing(scope, property, "System.Collections.Generic") } : [];
        yield return scope.Fix($"Change the type to {written}", "Change", [scope.Change(property.SyntaxTree, property.Type.Span, written), .. more]);
    }

    /// <summary>What the type holds: its only type argument, an array's element, or itself.</summary>
    private static INamedTypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => ElementOf(array.ElementType),
        INamedTypeSymbol { Name: "Link", TypeArguments.Length: 2 } link => link,
        INamedTypeSymbol { TypeArguments: [INamedTypeSymbol element] } => ElementOf(element),
        INamedTypeSymbol { TypeArguments: [_, INamedTypeSymbol element] } => ElementOf(element),
        INamedTypeSymbol { TypeArguments.IsEmpty: true } named => named,
        _ => null,
    };
}
