namespace Relations.Querying;

/// <summary>A column that rows are ordered by.</summary>
internal readonly record struct OrderTerm(Column Column, bool Descending);
