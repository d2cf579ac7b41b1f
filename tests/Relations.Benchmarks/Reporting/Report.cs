using Relations.Benchmarks.Comparing;

namespace Relations.Benchmarks.Reporting;

/// <summary>Puts results into the documentation: charts beside the page, tables into it.</summary>
internal static class Report
{
    public static void Write(IReadOnlyList<WorkResult> results, string folder)
    {
        var path = Path.Combine(folder, "benchmarks.md");
        var page = new Page(File.ReadAllText(path));
        var charts = Directory.CreateDirectory(Path.Combine(folder, "benchmarks"));
        foreach (var database in results.GroupBy(static result => result.Database, StringComparer.Ordinal))
        {
            var work = database.Where(static result => result.Parents is null).ToList();
            if (work.Count > 0)
            {
                page.Replace(database.Key, Tables.OfWork(work));
                File.WriteAllText(Path.Combine(charts.FullName, $"{database.Key}.svg"), new WorkChart(work).ToString());
            }

            var growth = database.Where(static result => result.Parents is not null).OrderBy(static result => result.Parents).ToList();
            if (growth.Count > 0)
            {
                page.Replace($"{database.Key}-growth", Tables.OfGrowth(growth));
                File.WriteAllText(Path.Combine(charts.FullName, $"{database.Key}-growth.svg"), new GrowthChart(growth).ToString());
            }
        }

        page.Replace("machine", Machine.Description + "\n");
        File.WriteAllText(path, page.ToString());
    }
}
