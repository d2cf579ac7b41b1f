using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Generator.Emitting;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Parses what is emitted into the user's own type: its partial relation properties, and what a record prints.</summary>
internal static class PartParser
{
    public static EntityPartModel? Parse(ParseScope scope, EntityShape shape, IReadOnlyList<RelationModel> relations)
    {
        // Of a type around it that is not partial, C# itself says so then (CS0260), instead of the property (CS9248).
        var own = shape.Relations.Where(static relation => relation.IsPartial).Concat(StaticOf(shape.Type)).ToList();
        if ((own.Count > 0 ? !IsPartial(shape.Type, scope.Cancel) || IsFileLocal(shape.Type) : !CanBeExtended(shape.Type, scope.Cancel)) || (own.Count == 0 && (!shape.Type.IsRecord || shape.Relations.Count == 0)))
        {
            return null;
        }

        // Nested types hide the short names of others.
        var text = shape.Type.ContainingType is null && !HasNestedTypes(shape.Type) ? scope.Text : scope.FullText;
        var properties = own.Select(declaration => ParseProperty(scope, shape, declaration, text, relations)).ToEquatableArray();
        var print = shape.Type.IsRecord && shape.Relations.Count > 0 ? PrintMembersParser.Parse(shape) : null;
        return properties.Count == 0 && print is null ? null : new(Declarations(shape.Type).ToEquatableArray(), properties, print);
    }

    /// <summary>Whether the type and those around it are partial, so that members can be added.</summary>
    public static bool CanBeExtended(INamedTypeSymbol type, CancellationToken cancel) => NotPartial(type, cancel) is null;

    /// <summary>The innermost of the type and those around it to which no part can be added, or null.</summary>
    public static INamedTypeSymbol? NotPartial(INamedTypeSymbol type, CancellationToken cancel)
    {
        var current = type;
        while (current is not null && IsPartial(current, cancel))
        {
            current = current.ContainingType;
        }

        return current;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancel) => !type.IsFileLocal && type.DeclaringSyntaxReferences.Any(reference =>
        !Syntax.IsEmitted(reference) && reference.GetSyntax(cancel) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The name of the field behind a partial property.</summary>
    public static string SlotOf(INamedTypeSymbol type, IPropertySymbol property) =>
        CSharpText.Free(CSharpText.Camel(property.Name) + "Slot", "Of", name => type.GetMembers(name).Any(static member => Syntax.IsUserWritten(member)));

    /// <summary>Static properties that are marked as relations: they are none, but without an implementation the compiler would speak of that alone.</summary>
    private static IEnumerable<RelationDeclaration> StaticOf(INamedTypeSymbol type) =>
        from property in type.GetMembers().OfType<IPropertySymbol>()
        where property is { IsStatic: true, IsPartialDefinition: true }
        let attributes = PropertyAttributes.Of(property)
        where attributes.IsRelation
        select new RelationDeclaration(property, attributes);

    private static bool IsFileLocal(INamedTypeSymbol type) => type.IsFileLocal || (type.ContainingType is { } outer && IsFileLocal(outer));

    private static bool HasNestedTypes(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetTypeMembers().IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static PartialPropertyModel ParseProperty(ParseScope scope, EntityShape shape, RelationDeclaration declaration, TypeText text, IReadOnlyList<RelationModel> relations)
    {
        var property = declaration.Property;
        var syntax = Syntax.Declaration(property, scope.Cancel);
        var setter = syntax?.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration);
        var slot = relations.Any(relation => relation.Property == property.Name) ? SlotOf(shape.Type, property) : null;
        return new(
            property.Name,
            syntax is null ? "public partial" : string.Join(" ", syntax.Modifiers.Select(static modifier => modifier.Text)),
            slot is not null && declaration.Type.IsNullable ? text.OfNotNull(property.Type) + "?" : text.Of(property.Type),
            slot is null ? "" : SlotType(declaration, text),
            slot,
            declaration.Type.IsNullable,
            property.GetMethod is not null,
            setter is null ? null : string.Join(" ", setter.Modifiers.Append(setter.Keyword).Select(static token => token.Text)))
        {
            Caution = declaration.Caution,
        };
    }

    /// <summary>A list is kept as what an inclusion delivers, unless users can put another one there.</summary>
    private static string SlotType(RelationDeclaration declaration, TypeText text)
    {
        var type = text.OfNotNull(declaration.Property.Type);
        return declaration.Kind is RelationKind.HasMany or RelationKind.HasManyThrough && !declaration.Type.IsArray && declaration.Property.SetMethod is null
            ? $"global::{KnownSymbols.Collections}.List{type.Substring(type.IndexOf('<'))}"
            : type;
    }

    private static IEnumerable<string> Declarations(INamedTypeSymbol type)
    {
        var declarations = new Stack<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            var keyword = current switch
            {
                { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
                { IsRecord: true } => "record",
                { TypeKind: TypeKind.Struct } => "struct",
                { TypeKind: TypeKind.Interface } => "interface",
                _ => "class",
            };
            var parameters = current.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", current.TypeParameters.Select(static parameter => CSharpText.Identifier(parameter.Name)))}>";
            declarations.Push($"{keyword} {CSharpText.TypeIdentifier(current.Name)}{parameters}");
        }

        return declarations;
    }
}
