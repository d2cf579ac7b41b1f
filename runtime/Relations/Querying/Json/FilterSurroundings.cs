using Relations.Definitions;

namespace Relations.Querying.Json;

/// <summary>What a filter may do besides what the definitions say.</summary>
/// <param name="Database">The database's name.</param>
/// <param name="HasRegularExpressions">Whether the database has them.</param>
/// <param name="CanInclude">Whether a relation's inclusion is not disabled.</param>
internal sealed record FilterSurroundings(string Database, bool HasRegularExpressions, Func<RelationDefinition, bool> CanInclude);
