using System.Globalization;
using Relations.Benchmarks.Comparing;
using Relations.Benchmarks.Contenders;

namespace Relations.Benchmarks.Reporting;

/// <summary>A row for each piece of work, a dot for each contender: the further left, the faster.</summary>
internal sealed class WorkChart(IReadOnlyList<WorkResult> results)
{
    private const int Width = 900;
    private const int Left = 130;
    private const int Top = 70;
    private const int RowHeight = 30;

    public override string ToString()
    {
        var bottom = Top + RowHeight * results.Count;
        var svg = new Svg(Width, bottom + 40, "Time, divided by that of ADO.NET");
        var axis = LogarithmicAxis.For([.. results.SelectMany(static result => result.Contenders.Select(result.RatioOf))], Left, Width - 20);
        svg.Legend(results.SelectMany(static result => result.Contenders).Select(static contender => contender.Name).Distinct(StringComparer.Ordinal), 20, 24);
        foreach (var mark in axis.Marks)
        {
            svg.Line(axis.Place(mark), Top - 12, axis.Place(mark), bottom, mark == 1 ? "#495057" : "#dee2e6");
            svg.Text(axis.Place(mark), Top - 18, mark.ToString("0.##", CultureInfo.InvariantCulture), "middle");
        }

        for (var row = 0; row < results.Count; row++)
        {
            var middle = Top + RowHeight * (row + 0.5);
            svg.Line(Left, middle, Width - 20, middle, "#f1f3f5");
            svg.Text(Left - 10, middle + 4, results[row].Name, "end");
            // Ours last, so that no other covers it.
            foreach (var contender in results[row].Contenders.OrderBy(static contender => contender.Name == Contender.Ours))
            {
                svg.Dot(axis.Place(results[row].RatioOf(contender)), middle, contender.Name == Contender.Ours ? 8 : 5, Svg.ColourOf(contender.Name), string.Create(CultureInfo.InvariantCulture, $"{contender.Name}: {results[row].RatioOf(contender):0.00}"));
            }
        }

        svg.Text(Left, bottom + 24, "Time, divided by that of hand-written ADO.NET (less is faster; each step is a factor)");
        return svg.ToString();
    }
}
