using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Relations.Definitions.Json;

/// <summary>Leaves relations that were not included out of an entity's JSON.</summary>
internal static class UnloadedRelations
{
    public static void Omit(JsonTypeInfo contract, EntityDefinition entity)
    {
        foreach (var relation in entity.AllRelations)
        {
            if (Find(contract, relation) is { Get: { } get } property)
            {
                Replace(property, entity, relation, get);
            }
        }
    }

    private static JsonPropertyInfo? Find(JsonTypeInfo contract, RelationDefinition relation)
    {
        if (relation.JsonPropertyName is { } own)
        {
            return contract.Properties.FirstOrDefault(property => property.Name == own);
        }

        var name = contract.Options.PropertyNamingPolicy?.ConvertName(relation.Property) ?? relation.Property;
        return contract.Properties.FirstOrDefault(property => property.Name == name) ?? contract.Properties.FirstOrDefault(property => property.Name == relation.Name);
    }

    // Whether to write a property is asked after its value was got, which is where an unloaded relation throws.
    private static void Replace(JsonPropertyInfo property, EntityDefinition entity, RelationDefinition relation, Func<object, object?> get)
    {
        var shouldSerialize = property.ShouldSerialize;
        property.Get = source => entity.IsLoaded(source, relation) ? ValueOf(get, source) : null;
        property.ShouldSerialize = (source, value) => entity.IsLoaded(source, relation) && (shouldSerialize is null || shouldSerialize(source, value));
        if (relation.JsonPropertyName is not null || relation.Name != JsonNamingPolicy.CamelCase.ConvertName(relation.Property))
        {
            property.Name = relation.Name;
        }
    }

    // A property that is never null throws when the row it leads to does not exist; half a document helps nobody.
    private static object? ValueOf(Func<object, object?> get, object source)
    {
        try
        {
            return get(source);
        }
        catch (RelationNotLoadedException)
        {
            return null;
        }
    }
}
