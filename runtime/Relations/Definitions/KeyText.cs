using System.Globalization;

namespace Relations.Definitions;

/// <summary>A key in a message: the value inside a strong type, an enum's name; several parts in parentheses.</summary>
internal static class KeyText
{
    public static string Of(IReadOnlyList<PropertyDefinition> properties, Parameter key)
    {
        var parts = string.Join(", ", StoredValues.Of(key).Zip(properties, Part));
        return properties.Count == 1 ? parts : $"({parts})";
    }

    // As JSON has them.
    private static string? Part(object? value, PropertyDefinition property) => value switch
    {
        byte[] bytes => Convert.ToBase64String(bytes),
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        not (null or Enum or string) when property.ValueType.IsEnum => Enum.ToObject(property.ValueType, value).ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
