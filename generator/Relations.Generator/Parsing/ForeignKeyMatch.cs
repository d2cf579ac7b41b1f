namespace Relations.Generator.Parsing;

/// <summary>What the foreign key rule found: a key, none, or several that could be meant.</summary>
internal sealed record ForeignKeyMatch(KeyShape? Key, IReadOnlyList<string> Candidates)
{
    public bool IsAmbiguous => Candidates.Count > 1;
}
