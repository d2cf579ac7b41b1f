using System.Globalization;
using Relations.Benchmarks.Comparing;
using Relations.Benchmarks.Contenders;

namespace Relations.Benchmarks.Reporting;

/// <summary>A line for each contender: level where the time for each parent stays the same.</summary>
internal sealed class GrowthChart(IReadOnlyList<WorkResult> results)
{
    private const int Width = 900;
    private const int Height = 420;
    private const int Left = 60;
    private const int Top = 50;
    private const int Bottom = Height - 60;

    public override string ToString()
    {
        var svg = new Svg(Width, Height, "Time for each parent");
        var one = Tables.PerParent(results[0], Tables.Baseline(results[0]));
        var parents = new LogarithmicAxis(results[0].Parents!.Value, Math.Max(results[^1].Parents!.Value, results[0].Parents!.Value * 10), Left, Width - 40);
        var times = LogarithmicAxis.For([.. results.SelectMany(result => result.Contenders.Select(contender => Tables.PerParent(result, contender) / one))], Bottom, Top);
        svg.Legend(results[0].Contenders.Select(static contender => contender.Name), 20, 24);
        foreach (var mark in times.Marks)
        {
            svg.Line(Left, times.Place(mark), Width - 40, times.Place(mark), mark == 1 ? "#495057" : "#dee2e6");
            svg.Text(Left - 8, times.Place(mark) + 4, mark.ToString("0.##", CultureInfo.InvariantCulture), "end");
        }

        foreach (var result in results)
        {
            svg.Text(parents.Place(result.Parents!.Value), Bottom + 20, result.Parents.Value.ToString("N0", CultureInfo.InvariantCulture), "middle");
        }

        foreach (var name in results[0].Contenders.Select(static contender => contender.Name).OrderBy(static name => name == Contender.Ours))
        {
            svg.Path(
                from result in results
                from contender in result.Contenders
                where contender.Name == name
                select (parents.Place(result.Parents!.Value), times.Place(Tables.PerParent(result, contender) / one)),
                Svg.ColourOf(name),
                isThick: name == Contender.Ours);
        }

        svg.Text(Left, Height - 14, "Parents; time for each, where ADO.NET with the fewest is 1");
        return svg.ToString();
    }
}
