namespace Relations.Tests.ModelBased;

/// <summary>What a relation means, said once more and without the library's definitions.</summary>
/// <param name="Name">Its name in filters.</param>
/// <param name="IsMany">Whether it leads to a list.</param>
/// <param name="From">The columns of the source.</param>
/// <param name="To">The columns of the target, or of the through rows' targets.</param>
/// <param name="Targets">The tables that it leads to.</param>
internal sealed record Relation(string Name, bool IsMany, string[] From, string[] To, Target[] Targets)
{
    public Through? Through { get; init; }

    /// <summary>The column of the source that names the target's table.</summary>
    public string? SourceNames { get; init; }

    /// <summary>The column of the target that names the source's table, and that name.</summary>
    public (string Column, string Name)? TargetNames { get; init; }

    /// <summary>How to change rows through the relation, where it can be.</summary>
    public IRelationAccess? Access { get; init; }
}
