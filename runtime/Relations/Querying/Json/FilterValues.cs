using System.Text.Json;

#pragma warning disable MA0048 // the kinds of one thing, a line each

namespace Relations.Querying.Json;

/// <summary>A part of a filter as it was written, whatever it may mean.</summary>
internal abstract record FilterValue(FilterPath Path)
{
    /// <summary>The value as a message shows it.</summary>
    public abstract string Shown { get; }

    /// <summary>A text in quotes and escaped, cut off where it is long.</summary>
    public static string Quote(string text)
    {
        const int Most = 40;
        var end = text.Length <= Most ? text.Length : char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most;
        return $"\"{JsonEncodedText.Encode(text.AsSpan(0, end), System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}{(end < text.Length ? "…" : "")}\"";
    }
}

internal sealed record NullValue(FilterPath Path) : FilterValue(Path)
{
    public override string Shown => "null";
}

internal sealed record BooleanValue(FilterPath Path, bool Value) : FilterValue(Path)
{
    public override string Shown => Value ? "true" : "false";
}

/// <summary>A number, with its digits as they were written.</summary>
internal sealed record NumberValue(FilterPath Path, string Text) : FilterValue(Path)
{
    public override string Shown => Text.Length <= 40 ? Text : Text[..40] + "…";
}

internal sealed record TextValue(FilterPath Path, string Text) : FilterValue(Path)
{
    public override string Shown => Quote(Text);
}

internal sealed record ListValue(FilterPath Path, List<FilterValue> Items) : FilterValue(Path)
{
    public override string Shown => "a list";
}

internal sealed record ObjectValue(FilterPath Path, List<KeyValuePair<string, FilterValue>> Members) : FilterValue(Path)
{
    public override string Shown => "an object";
}
