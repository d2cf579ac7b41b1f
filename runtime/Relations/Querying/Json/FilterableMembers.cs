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

    /// <summary>The relation with this name; where targets are of several types, that of each which has one.</summary>
    public static List<(TableReference Source, RelationDefinition Relation)> FindRelations(this TableReference table, string name)
    {
        var found = new List<(TableReference Source, RelationDefinition Relation)>();
        foreach (var source in Sources(table))
        {
            if (source.Definition.Relations.TryGetValue(name, out var relation) && relation.IsFilterable)
            {
                found.Add((source, relation));
            }
        }

        return found;
    }

    /// <summary>What is wrong with a relation's name that was not found.</summary>
    public static string UnknownRelation(this TableReference table, string name) => FilterNames.Unknown(
        $"relation of {table.Definition.Name}",
        name,
        Sources(table).SelectMany(static source => source.Definition.Relations.Values).Where(static relation => relation.IsFilterable).Select(static relation => relation.Name).Distinct(StringComparer.Ordinal));

    private static IEnumerable<TableReference> Sources(TableReference table) => table.IsPolymorphic ? table.Types : [table];
}
