namespace Relations.Benchmarks.Reporting;

/// <summary>A page of the documentation, in which figures stand between comments that name them.</summary>
internal sealed class Page(string text)
{
    private string text = text;

    /// <summary>Puts figures where the page has the place for them.</summary>
    /// <exception cref="ArgumentException">The page has no place for it.</exception>
    public void Replace(string name, string figures)
    {
        var opening = $"<!-- {name} -->\n";
        var closing = $"<!-- /{name} -->";
        var start = text.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        var end = text.IndexOf(closing, StringComparison.Ordinal);
        if (start < opening.Length || end < start)
        {
            throw new ArgumentException($"The page has no place for '{name}', between {opening.TrimEnd()} and {closing}.", nameof(name));
        }

        text = text[..start] + figures + text[end..];
    }

    public override string ToString() => text;
}
