using System.Globalization;
using Relations.Tests.Harness;

namespace Relations.Tests.ModelBased;

/// <summary>
/// Histories made by chance find in a database, and leave in it, what a model in memory says. A failure is shrunk to a history that a person can read.
/// RELATIONS_MODEL_HISTORIES asks for more histories of each family than the usual number.
/// </summary>
public sealed class ModelBasedTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private static readonly int Histories = int.Parse(Environment.GetEnvironmentVariable("RELATIONS_MODEL_HISTORIES") ?? "150", CultureInfo.InvariantCulture);

    private static IEnumerable<TestCaseData> Families => ModelBased.Families.All.Select(static family => new TestCaseData(family.Name));

    [TestCaseSource(nameof(Families))]
    public async Task Histories_go_as_in_memory(string name)
    {
        var family = ModelBased.Families.All.First(family => string.Equals(family.Name, name, StringComparison.Ordinal));
        for (var seed = 1; seed <= Histories; seed++)
        {
            var history = new RandomHistory(family, new Random(seed)).Any();
            if (await FailureAsync(history, []) is { } failure)
            {
                (history, failure) = await history.ShrinkAsync(failure, one => FailureAsync(one, []));
                var lines = new List<string>();
                await FailureAsync(history, lines);
                Assert.Fail($"{name}, seed {seed}:\n  {string.Join("\n  ", lines)}\n{failure.Message}\n{(failure is DifferenceException ? "" : failure)}");
            }
        }
    }

    [Test]
    public async Task What_a_failure_does_not_need_is_left_out()
    {
        var history = new RandomHistory(ModelBased.Families.Clinic, new Random(1)).Any();
        var steps = history.Steps.Where(static step => step.Operation == Operation.Create).ToArray();
        history = history with { Steps = [.. steps, new(Operation.Unlink, 0) { Targets = [7] }, .. steps, new(Operation.Set, 0) { Source = 3, Targets = [4, 5, 6], Filter = new() { ["where"] = new System.Text.Json.Nodes.JsonObject() } }] };

        var (smallest, _) = await history.ShrinkAsync(new DifferenceException(""), static one => Task.FromResult<Exception?>(
            Array.FindIndex(one.Steps, static step => step.Operation == Operation.Unlink) is >= 0 and var unlink && Array.FindIndex(one.Steps, static step => step is { Operation: Operation.Set, Targets.Length: > 1 }) > unlink ? new DifferenceException("") : null));

        Assert.That(smallest.Steps.Select(static step => (step.Operation, step.Source, step.Targets.Length, step.Filter.Count)), Is.EqualTo([(Operation.Unlink, 0, 0, 0), (Operation.Set, 0, 2, 0)]));
    }

    // In a transaction that is rolled back: the next history finds empty tables.
    private async Task<Exception?> FailureAsync(History history, List<string> lines)
    {
        await using var transaction = await Db.BeginTransactionAsync();
        var replay = new Replay(history.Family, transaction);
        try
        {
            foreach (var step in history.Steps)
            {
                await replay.TakeAsync(step);
            }

            return null;
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
