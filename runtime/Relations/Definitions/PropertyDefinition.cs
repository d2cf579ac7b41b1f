using System.Globalization;
using System.Text.Json;

namespace Relations.Definitions;

/// <summary>The facts of one property that has a column.</summary>
/// <param name="name">The property's name in C#.</param>
/// <param name="column">The column's name.</param>
/// <param name="type">The property's type in C#, without <see cref="System.Nullable{T}"/>.</param>
/// <param name="columnType">How the value is stored.</param>
/// <param name="kinds">What is special about the column.</param>
/// <param name="maxLength">The greatest length of a text (in characters) or of bytes; 0 for no bound.</param>
/// <param name="mapping">How a strong type, or an enum that is stored by name, is stored; null for values that a column takes as they are.</param>
/// <param name="jsonName">The name that <c>[JsonPropertyName]</c> gives it; null for that in C#, in camelCase.</param>
/// <param name="typeName">The type that <c>[Column(TypeName = "…")]</c> names; null for that of the database's dialect.</param>
public sealed class PropertyDefinition(string name, string column, Type type, ColumnType columnType, PropertyKinds kinds = PropertyKinds.None, int maxLength = 0, ValueMapping? mapping = null, string? jsonName = null, string? typeName = null)
{
    /// <summary>The property's name in C#.</summary>
    public string Name { get; } = name;

    /// <summary>The property's name in JSON and in filters: what <c>[JsonPropertyName]</c> says, else that in C#, in camelCase.</summary>
    public string JsonName { get; } = jsonName ?? JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>The column's name.</summary>
    public string Column { get; } = column;

    /// <summary>The property's type in C#, without <see cref="System.Nullable{T}"/>.</summary>
    public Type Type { get; } = type;

    /// <summary>The type of the value itself: that inside a strong type, else <see cref="Type"/>.</summary>
    public Type ValueType => Mapping?.Inner ?? Type;

    /// <summary>How the value is stored.</summary>
    public ColumnType ColumnType { get; } = columnType;

    /// <summary>The type that <c>[Column(TypeName = "…")]</c> names; null for that of the database's dialect.</summary>
    public string? TypeName { get; } = typeName;

    /// <summary>What is special about the column.</summary>
    public PropertyKinds Kinds { get; } = kinds;

    /// <summary>The greatest length of a text (in characters) or of bytes; 0 for no bound.</summary>
    public int MaxLength { get; } = maxLength;

    /// <summary>How a strong type, or an enum that is stored by name, is stored; null for values that a column takes as they are.</summary>
    public ValueMapping? Mapping { get; } = mapping;

    /// <summary>The place of the property among its entity's columns, counted from 0.</summary>
    public int Ordinal { get; internal set; }

    /// <summary>Whether the column may be null.</summary>
    public bool IsNullable => (Kinds & PropertyKinds.Nullable) != 0;

    /// <summary>A parameter for a value of the column's type.</summary>
    internal Parameter ParameterOf<T>(T value) => Mapping is IParameterSource<T> source ? source.ParameterOf(value) : new ValueParameter<T>(value);

    /// <summary>One parameter for many values of the column's type, none of which is null.</summary>
    internal Parameter ListOf<T>(List<T> values) => Mapping is IParameterSource<T> source ? source.ListOf(values) : new ListParameter<T>(values);

    /// <summary>Whether users give the column its value: it is neither generated, computed nor a concurrency token.</summary>
    internal bool IsWritable => !Is(PropertyKinds.Generated | PropertyKinds.Computed | PropertyKinds.Concurrency);

    /// <summary>Whether the column stores something else than the property's value.</summary>
    internal bool IsConverted => Mapping is not null || Type.IsEnum;

    /// <summary>What the column stores of a value of the property.</summary>
    internal object? StoredOf(object? value) => value switch
    {
        null => null,
        _ when Mapping is not null => Mapping.StoredOf(value),
        Enum => Convert.ChangeType(value, Enum.GetUnderlyingType(Type), CultureInfo.InvariantCulture),
        _ => value,
    };

    /// <summary>The property's value for what the column stores.</summary>
    internal object? ValueOf(object? stored) =>
        stored is null ? null : Mapping is not null ? Mapping.ValueOf(stored) : Type.IsEnum ? Enum.ToObject(Type, stored) : stored;

    internal bool Is(PropertyKinds kind) => (Kinds & kind) != 0;
}
