using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Which types have a column, and which.</summary>
internal static class ColumnTypes
{
    /// <summary>How a value of the type is stored, or null where it cannot be. The type is not nullable.</summary>
    public static ColumnType? Of(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => Special(underlying.SpecialType),
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => ColumnType.Bytes,
        INamedTypeSymbol { SpecialType: SpecialType.None or SpecialType.System_DateTime } named when named.IsIn("System") => Named(named),
        _ => Special(type.SpecialType),
    };

    /// <summary>Whether the type that <c>[Column(TypeName = "…")]</c> names is one of texts, in any database's words: an enum is then stored by name.</summary>
    public static bool IsText(string? typeName) => typeName?.Split('(')[0].Trim().ToLowerInvariant()
        is "text" or "varchar" or "character varying" or "char" or "character" or "bpchar" or "citext" or "nvarchar" or "nchar" or "string" or "clob";

    public static bool IsInteger(ColumnType type) => type is >= ColumnType.SByte and <= ColumnType.UInt64;

    private static ColumnType? Named(INamedTypeSymbol type) => type.Arity != 0 ? null : type.Name switch
    {
        "Guid" => ColumnType.Guid,
        "DateTime" => ColumnType.DateTime,
        "DateTimeOffset" => ColumnType.DateTimeOffset,
        "DateOnly" => ColumnType.DateOnly,
        "TimeOnly" => ColumnType.TimeOnly,
        "TimeSpan" => ColumnType.TimeSpan,
        _ => null,
    };

    private static ColumnType? Special(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => ColumnType.Boolean,
        SpecialType.System_SByte => ColumnType.SByte,
        SpecialType.System_Byte => ColumnType.Byte,
        SpecialType.System_Int16 => ColumnType.Int16,
        SpecialType.System_UInt16 => ColumnType.UInt16,
        SpecialType.System_Int32 => ColumnType.Int32,
        SpecialType.System_UInt32 => ColumnType.UInt32,
        SpecialType.System_Int64 => ColumnType.Int64,
        SpecialType.System_UInt64 => ColumnType.UInt64,
        SpecialType.System_Single => ColumnType.Single,
        SpecialType.System_Double => ColumnType.Double,
        SpecialType.System_Decimal => ColumnType.Decimal,
        SpecialType.System_Char => ColumnType.Char,
        SpecialType.System_String => ColumnType.Text,
        _ => null,
    };
}
