using Relations.Definitions;

namespace Relations.Querying.Json;

/// <summary>What filters can name of an entity.</summary>
internal static class FilterableMembers
{
    /// <summary>The property with this name in JSON, or null with a problem.</summary>
    public static PropertyDefinition? FindProperty(this EntityDefinition entity, string name, FilterPath path, FilterProblems problems)
    {
        PropertyDefinition? found = null;
        foreach (var property in entity.Properties)
        {
            // Two properties can differ in the case of their first letter alone; the one that is written so is meant.
            if (property.JsonName == name && !property.Is(PropertyKinds.NotFilterable) && (found is null || property.Name == name))
            {
                found = property;
            }
        }

        if (found is null)
        {
            var known = entity.Properties.Where(static property => !property.Is(PropertyKinds.NotFilterable)).Select(static property => property.JsonName);
            problems.Add(path, FilterNames.Unknown($"property of {entity.Name}", name, known));
        }

        return found;
    }

    /// <summary>The relation with this name, or null.</summary>
    public static RelationDefinition? FindRelation(this EntityDefinition entity, string name) =>
        entity.Relations.TryGetValue(name, out var relation) && relation.IsFilterable ? relation : null;

    /// <summary>What is wrong with a relation's name that was not found.</summary>
    public static string UnknownRelation(this EntityDefinition entity, string name) =>
        FilterNames.Unknown($"relation of {entity.Name}", name, entity.Relations.Values.Where(static relation => relation.IsFilterable).Select(static relation => relation.Name));
}
