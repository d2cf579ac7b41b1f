using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>How emitted code writes the type and the values of a column.</summary>
internal static class ColumnText
{
    private const string Definitions = "global::Relations.Definitions";

    /// <summary>The type of a value for the column.</summary>
    public static string Type(PropertyModel property) => property.Is(PropertyKinds.Nullable) ? property.Type + "?" : property.Type;

    /// <summary>The type parameter of a query's column: text and bytes are the same whether nullable or not.</summary>
    public static string QueryType(PropertyModel property) => property.Is(PropertyKinds.Nullable) && !property.IsReference ? property.Type + "?" : property.Type;

    /// <summary>Reads the column from a row. A strong type, or a name of an enum, cannot be made of a column that was not asked for.</summary>
    public static string Read(PropertyModel property) => (property.Strong is null && property.NamedEnum is null) || property.Is(PropertyKinds.Nullable)
        ? ReadGiven(property)
        : $"row.Has({property.Ordinal}) ? {ReadGiven(property)} : default{(property.IsReference ? "!" : "")}";

    /// <summary>Reads the column from a row that has it.</summary>
    public static string ReadGiven(PropertyModel property)
    {
        var value = ReadNotNull(property, property.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return property.Is(PropertyKinds.Nullable) ? $"row.IsNull({property.Ordinal}) ? null : {value}" : value;
    }

    /// <summary>Reads the column, which is not null, from this place of a row.</summary>
    public static string ReadNotNull(PropertyModel property, string place)
    {
        var get = $"row.Get{(property.ColumnType == ColumnType.Text ? "String" : property.ColumnType.ToString())}({place})";
        var stored = property.NamedEnum is { } named ? $"{Definitions}.EnumNames.Read<{named}>({get}, {CSharpText.Literal(property.Column)})"
            : property.Underlying is null ? get : $"({property.Strong?.Inner ?? property.Type}){get}";
        return property.Strong is null ? stored : $"new {property.Type}({stored})";
    }

    /// <summary>A value of a key as it is bound: a strong type as the value inside, an enum as its underlying integer or its name.</summary>
    public static string Bound(PropertyModel property, string value, bool isNullable)
    {
        var stored = Stored(property, value, isNullable);
        return property.NamedEnum is not null ? $"{Definitions}.EnumNames.Of({stored})"
            : property.Underlying is null ? stored : $"({property.Underlying}{(isNullable ? "?" : "")}){stored}";
    }

    /// <summary>Hands a value of an entity to the binder <c>values</c>; an enum that is stored by name may be unset as yet, and have none.</summary>
    public static string Bind(PropertyModel property, string value) => property.NamedEnum is null
        ? $"values.Bind({property.Ordinal}, {Bound(property, value, property.IsNullable)});"
        : $"{Definitions}.EnumNames.Bind(ref values, {property.Ordinal}, {Stored(property, value, property.IsNullable)});";

    private static string Stored(PropertyModel property, string value, bool isNullable) =>
        property.Strong is null ? value : $"{value}{(isNullable ? "?" : "")}.{CSharpText.Identifier(property.Strong.Member)}";

    /// <summary>The argument that says how a strong type, or an enum that is stored by name, is stored.</summary>
    public static string Mapping(PropertyModel property)
    {
        var named = property.NamedEnum is { } type ? $"new {Definitions}.NamedEnum<{type}>({CSharpText.Literal(property.Column)})" : null;
        return property.Strong is { } strong
            ? $", mapping: new {Definitions}.StrongType<{property.Type}, {strong.Inner}>(static value => new(value), static value => value.{CSharpText.Identifier(strong.Member)}{(named is null ? "" : ", " + named)})"
            : named is null ? "" : $", mapping: {named}";
    }
}
