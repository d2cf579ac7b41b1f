using System.Text.Json.Nodes;

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

    /// <summary>Whether its list has an entry for each link, with the link's row.</summary>
    public bool IsOfLinks { get; init; }

    /// <summary>Whether a row links the source, whatever its target.</summary>
    public bool IsFrom(JsonObject link, JsonObject source) =>
        Rows.AreEqual(link, Through!.From, source, From) && (Through.NamesSource is not { } names || string.Equals((string?)link[names.Column], names.Name, StringComparison.Ordinal));

    /// <summary>Whether a row links the target, one of the first table.</summary>
    public bool IsTo(JsonObject link, JsonObject target) =>
        Rows.AreEqual(link, Through!.To, target, To) && (Through.Names is not { } column || string.Equals((string?)link[column], Targets[0].Name, StringComparison.Ordinal));

    /// <summary>How to change rows through the relation, where it can be.</summary>
    public IRelationAccess? Access { get; init; }
}
