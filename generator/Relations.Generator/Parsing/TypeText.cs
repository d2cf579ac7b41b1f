using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Generator.Emitting;

namespace Relations.Generator.Parsing;

/// <summary>Types as a file writes them whose code stands in one namespace: its own types by their short name, all others with <c>global::</c>.</summary>
/// <param name="home">The namespace, or null where even its own types need their full name.</param>
internal sealed class TypeText(INamespaceSymbol? home)
{
    private readonly StringBuilder text = new();

    /// <summary>The type; a nullable one only with its question mark.</summary>
    public string Of(ITypeSymbol type)
    {
        text.Clear();
        Append(type);
        return text.ToString();
    }

    /// <summary>The type, never nullable.</summary>
    public string OfNotNull(ITypeSymbol type) => Of(WithoutNull(type));

    /// <summary>What the names of an entity's emitted types begin with: they stand in its namespace, also where the entity itself is nested.</summary>
    public string Companion(INamedTypeSymbol entity)
    {
        text.Clear();
        AppendPrefix(entity.ContainingNamespace);
        return text.Append(entity.Name).ToString();
    }

    public static string Namespace(INamespaceSymbol space)
    {
        var name = new StringBuilder();
        AppendNamespace(name, space);
        return name.ToString();
    }

    public static ITypeSymbol WithoutNull(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0],
        _ => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated),
    };

    private void Append(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                AppendArray(array);
                break;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                Append(nullable.TypeArguments[0]);
                text.Append('?');
                return;
            case INamedTypeSymbol { IsTupleType: false } named when Keyword(named.SpecialType) is null && named.TypeKind != TypeKind.Error:
                AppendNamed(named);
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

    private void AppendArray(IArrayTypeSymbol array)
    {
        Append(array.ElementType);
        text.Append('[').Append(',', array.Rank - 1).Append(']');
    }

    private void AppendNamed(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } containing)
        {
            AppendNamed(containing);
            text.Append('.');
        }
        else
        {
            AppendPrefix(type.ContainingNamespace, isHidden: type.Name is "TReader" or "TBinder");
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

            Append(argument);
            separator = ',';
        }

        text.Append('>');
    }

    /// <param name="space">The namespace.</param>
    /// <param name="isHidden">Whether a type parameter of what is emitted has the type's name.</param>
    private void AppendPrefix(INamespaceSymbol space, bool isHidden = false)
    {
        if (!isHidden && SymbolEqualityComparer.Default.Equals(space, home))
        {
            return;
        }

        text.Append("global::");
        if (!space.IsGlobalNamespace)
        {
            AppendNamespace(text, space);
            text.Append('.');
        }
    }

    private static void AppendNamespace(StringBuilder name, INamespaceSymbol space)
    {
        if (space.IsGlobalNamespace)
        {
            return;
        }

        if (!space.ContainingNamespace.IsGlobalNamespace)
        {
            AppendNamespace(name, space.ContainingNamespace);
            name.Append('.');
        }

        name.Append(CSharpText.Identifier(space.Name));
    }

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
