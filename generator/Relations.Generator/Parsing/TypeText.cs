using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Generator.Emitting;

namespace Relations.Generator.Parsing;

/// <summary>Types as a file writes them whose code stands in one namespace: its own types by their short name, all others with <c>global::</c>.</summary>
/// <param name="home">The namespace, or null where even its own types need their full name.</param>
internal sealed class TypeText(INamespaceSymbol? home)
{
    /// <summary>The type; a nullable one only with its question mark.</summary>
    public string Of(ITypeSymbol type)
    {
        var text = new StringBuilder();
        Append(text, type);
        return text.ToString();
    }

    /// <summary>The type, never nullable.</summary>
    public string OfNotNull(ITypeSymbol type) => Of(WithoutNull(type));

    /// <summary>What the names of an entity's emitted types begin with: they stand in its namespace, also where the entity itself is nested.</summary>
    public string Companion(INamedTypeSymbol entity) => Prefix(entity.ContainingNamespace) + entity.Name;

    public static string Namespace(INamespaceSymbol space) =>
        space.IsGlobalNamespace
            ? ""
            : (space.ContainingNamespace.IsGlobalNamespace ? "" : Namespace(space.ContainingNamespace) + ".") + CSharpText.Identifier(space.Name);

    public static ITypeSymbol WithoutNull(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0],
        _ => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated),
    };

    private void Append(StringBuilder text, ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                AppendArray(text, array);
                break;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                Append(text, nullable.TypeArguments[0]);
                text.Append('?');
                return;
            case INamedTypeSymbol { IsTupleType: false } named when Keyword(named.SpecialType) is null && named.TypeKind != TypeKind.Error:
                AppendNamed(text, named);
                break;
            case INamedTypeSymbol named when Keyword(named.SpecialType) is { } keyword:
                text.Append(keyword);
                break;
            default: // tuples, dynamic, pointers: never a column's or relation's type, but perhaps one of a property that cannot be resolved
                text.Append(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
                break;
        }

        if (type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated })
        {
            text.Append('?');
        }
    }

    private void AppendArray(StringBuilder text, IArrayTypeSymbol array)
    {
        Append(text, array.ElementType);
        text.Append('[').Append(',', array.Rank - 1).Append(']');
    }

    private void AppendNamed(StringBuilder text, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } containing)
        {
            AppendNamed(text, containing);
            text.Append('.');
        }
        else
        {
            text.Append(Prefix(type.ContainingNamespace));
        }

        text.Append(CSharpText.TypeIdentifier(type.Name));
        if (type.TypeArguments.Length == 0)
        {
            return;
        }

        var separator = '<';
        foreach (var argument in type.TypeArguments)
        {
            text.Append(separator);
            if (separator == ',')
            {
                text.Append(' ');
            }

            Append(text, argument);
            separator = ',';
        }

        text.Append('>');
    }

    private string Prefix(INamespaceSymbol space) =>
        SymbolEqualityComparer.Default.Equals(space, home) ? ""
        : space.IsGlobalNamespace ? "global::"
        : $"global::{Namespace(space)}.";

    private static string? Keyword(SpecialType type) => type switch
    {
        SpecialType.System_Object => "object",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "char",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_String => "string",
        _ => null,
    };
}
