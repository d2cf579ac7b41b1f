namespace Relations.Generator.Parsing;

/// <summary>The keys of a resolved relation.</summary>
/// <param name="KeyFrom">The key on the source.</param>
/// <param name="KeyTo">The key on the target.</param>
/// <param name="ThroughKeyFrom">The through model's foreign key to the source.</param>
/// <param name="ThroughKeyTo">The through model's foreign key to the target.</param>
internal sealed record RelationKeys(KeyShape KeyFrom, KeyShape KeyTo, KeyShape? ThroughKeyFrom = null, KeyShape? ThroughKeyTo = null);
