using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>How emitted code writes the type and the values of a column.</summary>
internal static class ColumnText
{
    /// <summary>The type of a value for the column.</summary>
    public static string Type(PropertyModel property) => property.Is(PropertyKinds.Nullable) ? property.Type + "?" : property.Type;

    /// <summary>The type parameter of a query's column: text and bytes are the same whether nullable or not.</summary>
    public static string QueryType(PropertyModel property) => property.Is(PropertyKinds.Nullable) && !property.IsReference ? property.Type + "?" : property.Type;

    /// <summary>Reads the column from a row.</summary>
    public static string Read(PropertyModel property)
    {
        var get = $"row.Get{(property.ColumnType == ColumnType.Text ? "String" : property.ColumnType.ToString())}({property.Ordinal})";
        var value = property.Underlying is null ? get : $"({property.Type}){get}";
        return property.Is(PropertyKinds.Nullable) ? $"row.IsNull({property.Ordinal}) ? null : {value}" : value;
    }

    /// <summary>A value as it is bound: an enum as its underlying integer.</summary>
    public static string Bound(PropertyModel property, string value, bool isNullable) =>
        property.Underlying is null ? value : $"({property.Underlying}{(isNullable ? "?" : "")}){value}";
}
