namespace Relations.Querying;

/// <summary>The number of targets of a relation, in place of a column.</summary>
internal sealed record CountExpression(RelatedRows Rows);
