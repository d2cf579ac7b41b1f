using System.Globalization;
using System.Text;
using Relations.Benchmarks.Comparing;
using Relations.Benchmarks.Contenders;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Reporting;

/// <summary>Results as tables of Markdown. A cell is empty where a contender does not take part.</summary>
internal static class Tables
{
    public static string OfWork(IReadOnlyList<WorkResult> results)
    {
        var text = new StringBuilder();
        text.Append("![Time, divided by that of ADO.NET](benchmarks/").Append(results[0].Database).Append(".svg)\n\nTime:\n\n");
        Append(text, results, NameOf, static (result, contender) => Ratio(result.RatioOf(contender)));
        text.Append("\nAllocated memory:\n\n");
        Append(text, results, NameOf, static (result, contender) => Ratio(contender.Bytes / Baseline(result).Bytes));
        text.Append("\nStatements, a number and no ratio:\n\n");
        Append(text, results, NameOf, static (_, contender) => contender.Statements.ToString("N0", CultureInfo.InvariantCulture));
        text.Append("\nThe work:\n\n");
        foreach (var result in results)
        {
            text.Append("- `").Append(result.Name).Append("`: ").Append(WorkItems.All.FirstOrDefault(work => work.Name == result.Name)?.Description ?? "no longer compared").Append('\n');
        }

        return text.ToString();

        static string NameOf(WorkResult result) => $"`{result.Name}`";
    }

    /// <summary>Time for each parent, divided by what the baseline took with the fewest.</summary>
    public static string OfGrowth(IReadOnlyList<WorkResult> results)
    {
        var one = PerParent(results[0], Baseline(results[0]));
        var text = new StringBuilder();
        text.Append("![Time for each parent](benchmarks/").Append(results[0].Database).Append("-growth.svg)\n\n");
        Append(text, results, static result => string.Create(CultureInfo.InvariantCulture, $"{result.Parents:N0} parents"), (result, contender) => Ratio(PerParent(result, contender) / one));
        return text.ToString();
    }

    public static ContenderResult Baseline(WorkResult result) => result.Contenders.Single(static contender => contender.Name == Contender.Baseline);

    public static double PerParent(WorkResult result, ContenderResult contender) => result.NanosecondsOf(contender) / result.Parents!.Value;

    private static void Append(StringBuilder text, IReadOnlyList<WorkResult> results, Func<WorkResult, string> name, Func<WorkResult, ContenderResult, string> cell)
    {
        var contenders = results.SelectMany(static result => result.Contenders).Select(static contender => contender.Name).Distinct(StringComparer.Ordinal).ToList();
        text.Append("| |").AppendJoin('|', contenders.Select(static contender => $" {contender} ")).Append("|\n| --- |");
        text.Insert(text.Length, " ---: |", contenders.Count).Append('\n');
        foreach (var result in results)
        {
            text.Append("| ").Append(name(result)).Append(" |");
            foreach (var contender in contenders)
            {
                text.Append(' ').Append(result.Contenders.FirstOrDefault(other => other.Name == contender) is { } found ? cell(result, found) : "").Append(" |");
            }

            text.Append('\n');
        }
    }

    private static string Ratio(double ratio) => ratio.ToString(ratio < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
