using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Relations.Definitions.Json;

/// <summary>Leaves out of the JSON of a patch or of through data what was not assigned: written as null or 0, it would be assigned where it is read.</summary>
internal static class UnassignedValues
{
    public static void Omit(JsonTypeInfo contract, EntityDefinition entity)
    {
        foreach (var column in entity.Properties)
        {
            var name = contract.Options.PropertyNamingPolicy?.ConvertName(column.Name) ?? column.Name;
            if (contract.Properties.FirstOrDefault(property => property.Name == name) is { } property)
            {
                Replace(property, column);
            }
        }
    }

    private static void Replace(JsonPropertyInfo property, PropertyDefinition column)
    {
        var shouldSerialize = property.ShouldSerialize;
        var ordinal = column.Ordinal;
        property.ShouldSerialize = (source, value) => ((Assignments)source).IsAssigned(ordinal) && (shouldSerialize is null || shouldSerialize(source, value));
        if (column.JsonName != JsonNamingPolicy.CamelCase.ConvertName(column.Name))
        {
            property.Name = column.JsonName;
        }
    }
}
