using System.Globalization;

namespace Relations.Querying.Json;

/// <summary>A place in a filter.</summary>
internal sealed class FilterPath
{
    private readonly FilterPath? parent;
    private readonly string segment;

    private FilterPath(FilterPath? parent, string segment)
    {
        this.parent = parent;
        this.segment = segment;
    }

    public static FilterPath Root { get; } = new(parent: null, "");

    public FilterPath Then(string member) => new(this, member);

    public FilterPath Then(int index) => new(this, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>The place as a JSON pointer (RFC 6901).</summary>
    public override string ToString() => parent is null ? "" : InputProblem.PathOf(parent.ToString(), segment);
}
