namespace Relations;

/// <summary>A statement that is about to run.</summary>
/// <param name="Sql">Its text; values are parameters and not part of it.</param>
/// <param name="Kind">What it is for.</param>
public readonly record struct StatementEvent(string Sql, StatementKind Kind);
