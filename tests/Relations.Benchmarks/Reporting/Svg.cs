using System.Globalization;
using System.Text;

namespace Relations.Benchmarks.Reporting;

/// <summary>Writes a drawing, with what charts have in common.</summary>
internal sealed class Svg
{
    private static readonly Dictionary<string, string> Colours = new(StringComparer.Ordinal)
    {
        ["Relations"] = "#c2255c",
        ["ADO.NET"] = "#495057",
        ["Native"] = "#212529",
        ["Dapper"] = "#1971c2",
        ["EF Core no-tracking"] = "#2f9e44",
        ["EF Core compiled"] = "#74b816",
        ["EF Core split"] = "#0c8599",
        ["EF Core"] = "#e8590c",
    };

    private readonly StringBuilder text = new();

    public Svg(int width, int height, string title) => text.Append(
        CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n<title>{title}</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n");

    public static string ColourOf(string contender) => Colours.GetValueOrDefault(contender, "#868e96");

    public void Line(double x1, double y1, double x2, double y2, string colour) =>
        text.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{colour}\"/>\n");

    public void Path(IEnumerable<(double X, double Y)> points, string colour, bool isThick) => text.Append(
        CultureInfo.InvariantCulture,
        $"<polyline points=\"{string.Join(' ', points.Select(static point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")))}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{(isThick ? 3 : 1.5)}\"/>\n");

    public void Dot(double x, double y, double radius, string colour, string title) =>
        text.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius}\" fill=\"{colour}\" fill-opacity=\"0.85\"><title>{title}</title></circle>\n");

    /// <summary>Writes a line of text.</summary>
    /// <param name="x">Where it is.</param>
    /// <param name="y">Where its line stands.</param>
    /// <param name="content">The text.</param>
    /// <param name="anchor">Which part of the text is at x: start, middle or end.</param>
    public void Text(double x, double y, string content, string anchor = "start") =>
        text.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"#212529\">{content}</text>\n");

    /// <summary>Tells which colour is whose.</summary>
    public void Legend(IEnumerable<string> contenders, double left, double y)
    {
        var x = left;
        foreach (var contender in contenders)
        {
            Dot(x, y - 4, 5, ColourOf(contender), contender);
            Text(x + 9, y, contender);
            x += 28 + contender.Length * 6.4;
        }
    }

    public override string ToString() => text + "</svg>\n";
}
