using Relations.Querying;

namespace Relations.Inclusion;

/// <summary>Counts what is read for each source, and tells what of it is wanted: the Skip and Take of an inclusion are for each source.</summary>
internal readonly struct SourcePages
{
    private readonly int[]? counts;
    private readonly int skip;
    private readonly long end;

    /// <summary>Begins to count.</summary>
    /// <param name="scope">What is wanted.</param>
    /// <param name="sources">How many sources there are.</param>
    public SourcePages(QuerySpecification scope, int sources)
    {
        counts = scope.IsPaged ? new int[sources] : null;
        skip = scope.Skip ?? 0;
        end = scope.Take is { } take ? skip + (long)take : long.MaxValue;
    }

    /// <summary>Counts the next item of a source, and says whether it is on the page.</summary>
    public bool Take(int source)
    {
        if (counts is null)
        {
            return true;
        }

        var place = counts[source]++;
        return place >= skip && place < end;
    }

    /// <summary>How many of a source's items are on its page.</summary>
    public int Of(int items) => (int)Math.Max(Math.Min(items, end) - skip, 0);
}
