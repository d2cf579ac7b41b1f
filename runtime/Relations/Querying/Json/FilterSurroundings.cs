using Relations.Definitions;

namespace Relations.Querying.Json;

/// <summary>What a filter may do besides what the definitions say.</summary>
/// <param name="Database">The database's name.</param>
/// <param name="HasRegularExpressions">Whether the database has them.</param>
/// <param name="StoresNul">Whether its texts may hold the character NUL.</param>
/// <param name="GreatestInteger">The greatest integer that its columns can hold.</param>
/// <param name="CanInclude">Whether an entity's relation can be included, or a resolver of the user's own is registered under the name.</param>
/// <param name="HasOwnResolver">Whether what is included under the name is filled by a resolver of the user's own, which knows nothing of a scope.</param>
internal sealed record FilterSurroundings(string Database, bool HasRegularExpressions, bool StoresNul, ulong GreatestInteger, Func<EntityDefinition, string, bool> CanInclude, Func<EntityDefinition, string, bool> HasOwnResolver);
