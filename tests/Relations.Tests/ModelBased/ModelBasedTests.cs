using System.Globalization;
using System.Text.Json.Nodes;
using Relations.Tests.Harness;

namespace Relations.Tests.ModelBased;

/// <summary>
/// Histories made by chance find in a database, and leave in it, what a model in memory says. A failure is shrunk to a history that a person can read.
/// RELATIONS_MODEL_HISTORIES asks for more histories of each family than the usual number.
/// </summary>
public sealed class ModelBasedTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private static readonly string? Wanted = Environment.GetEnvironmentVariable("RELATIONS_MODEL_HISTORIES");

    // A statement on a server takes longer; the histories of both are the same.
    private int Histories => int.Parse(Wanted ?? (Kind == DatabaseKind.Sqlite ? "100" : "15"), CultureInfo.InvariantCulture);

    private static IEnumerable<string> FamilyNames => Families.All.Select(static family => family.Name);

    [TestCaseSource(nameof(FamilyNames))]
    public async Task Histories_go_as_in_memory(string name)
    {
        var family = Families.All.First(family => string.Equals(family.Name, name, StringComparison.Ordinal));
        for (var seed = 1; seed <= Histories; seed++)
        {
            var history = new RandomHistory(family, new Random(seed)).Any() with { IsCommitted = seed % 10 == 0 };
            if (await FailureAsync(history, []) is { } failure)
            {
                (history, failure) = await history.ShrinkAsync(failure, one => FailureAsync(one, []));
                var lines = new List<string>();
                await FailureAsync(history, lines);
                Assert.Fail($"{name}, seed {seed}, {(history.IsCommitted ? "each step committed" : "in one transaction")}:\n  {string.Join("\n  ", lines)}\n{(failure is DifferenceException ? failure.Message : failure)}");
            }
        }
    }

    [Test]
    public async Task What_a_failure_does_not_need_is_left_out()
    {
        var rows = new RandomHistory(Families.Clinic, new Random(1)).Any().Steps.Where(static step => step.Operation == Operation.Create).ToArray();
        var unlink = new Step(Operation.Unlink, 0) { Targets = [7] };
        var set = new Step(Operation.Set, 0) { Source = 3, Targets = [4, 5, 6], Filter = new() { ["where"] = new JsonObject() } };
        static bool Fails(Step[] steps) =>
            Array.FindIndex(steps, static step => step.Operation == Operation.Unlink) is >= 0 and var first && Array.FindIndex(steps, static step => step is { Operation: Operation.Set, Targets.Length: > 1 }) > first;

        var (smallest, _) = await new History(Families.Clinic, [.. rows, unlink, .. rows, set])
            .ShrinkAsync(new DifferenceException(""), static one => Task.FromResult<Exception?>(Fails(one.Steps) ? new DifferenceException("") : null));

        Assert.That(smallest.Steps.Select(static step => (step.Operation, step.Source, step.Targets.Length, step.Filter.Count)), Is.EqualTo([(Operation.Unlink, 0, 0, 0), (Operation.Set, 0, 2, 0)]));
    }

    // Most histories run in a transaction that is rolled back, so that the next finds empty tables. An error ends PostgreSQL's transaction, SQLite's goes on.
    private async Task<Exception?> FailureAsync(History history, List<string> lines)
    {
        if (history.IsCommitted)
        {
            await using var other = await OpenAnotherAsync();
            return await FailureAsync(history, lines, other, other.Database, hasSavepoints: false);
        }

        await using var transaction = await Db.BeginTransactionAsync();
        return await FailureAsync(history, lines, Test, transaction, hasSavepoints: Kind == DatabaseKind.PostgreSql);
    }

    private static async Task<Exception?> FailureAsync(History history, List<string> lines, TestDatabase database, Session session, bool hasSavepoints)
    {
        var replay = new Replay(history.Family, session, hasSavepoints);
        try
        {
            foreach (var step in history.Steps)
            {
                await replay.TakeAsync(step);
            }

            var others = (await database.DumpAsync(session)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !history.Family.Tables.Any(table => line.StartsWith(table.Name + ":", StringComparison.OrdinalIgnoreCase))).ToList();
            return others.Count > 0 ? new DifferenceException($"rows in other tables: {string.Join("; ", others)}") : null;
        }
        catch (Exception failure)
        {
            return failure;
        }
        finally
        {
            lines.AddRange(replay.Lines);
        }
    }
}
