using System.Globalization;
using Relations.Benchmarks.Comparing;

namespace Relations.Benchmarks.Reporting;

/// <summary>A result as text, for the terminal.</summary>
internal static class ResultTable
{
    public static void Print(WorkResult result)
    {
        Console.WriteLine();
        Console.WriteLine($"{result.Name,-22} {"ratio",8} {"cpu",8} {"time",12} {(result.Parents is null ? "" : "per parent"),12} {"memory",12} {"statements",11}");
        foreach (var contender in result.Contenders)
        {
            var perParent = result.Parents is { } parents ? Time(contender.MedianNs / parents) : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {contender.Name,-20} {contender.Ratio,8:0.00} {contender.CpuRatio,8:0.00} {Time(contender.MedianNs),12} {perParent,12} {contender.Bytes / 1024,9:0.0} KB {contender.Statements,11}"));
        }
    }

    private static string Time(double nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000:N1} µs");
}
