namespace Relations.Generator.Parsing;

/// <summary>What the foreign key rule found: one column, none, or several that could be meant.</summary>
internal sealed record ForeignKeyMatch(ColumnShape? Column, IReadOnlyList<string> Candidates)
{
    public static ForeignKeyMatch None { get; } = new(null, []);

    public bool IsAmbiguous => Candidates.Count > 1;
}
