using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>Takes the steps of a history, in a database and in memory, and compares what comes of it.</summary>
/// <param name="family">The tables.</param>
/// <param name="session">Where the library's statements run.</param>
/// <param name="hasSavepoints">Whether each write has a savepoint, for a transaction that an error would end.</param>
internal sealed class Replay(Family family, Session session, bool hasSavepoints)
{
    public Session Session { get; } = session;

    public Family Family { get; } = family;

    /// <summary>What the rows should be now.</summary>
    public MemoryDatabase Memory { get; private set; } = new(family);

    /// <summary>The steps taken so far, as a person reads them.</summary>
    public List<string> Lines { get; } = [];

    public Task TakeAsync(Step step) => step.Operation < Operation.FindRelated
        ? new TableReplay(this, step, Family.Tables[step.Place]).TakeAsync()
        : new RelationReplay(this, step, Family.Changeable[step.Place]).TakeAsync();

    /// <summary>Reads from the database what is known from memory.</summary>
    public async Task ReadAsync(string line, JsonNode? expected, Func<Task<JsonNode?>> find)
    {
        Lines.Add(line);
        Compare("found", expected, await find());
    }

    /// <summary>Compares what a step finds besides.</summary>
    public static async Task CompareAsync(string what, JsonNode? expected, Task<JsonNode?> actual) => Compare(what, expected, await actual);

    /// <summary>Changes the database and the model in memory; the model tells what the library should return, after it has seen what it did.</summary>
    public async Task WriteAsync(string line, Func<Task<JsonNode?>> write, Func<MemoryDatabase, JsonNode?, JsonNode?> model)
    {
        Lines.Add(line);
        var (actual, error) = await AttemptAsync(write);
        var changed = Memory.Copy();
        var expected = model(changed, actual);
        var violations = changed.Violations().ToList();
        if (error is not null && !violations.Contains(error.GetType()))
        {
            throw error is UniqueViolationException or ForeignKeyViolationException ? new DifferenceException($"refused: {error.Message}") : error;
        }

        if (error is null)
        {
            if (violations.Count > 0)
            {
                throw new DifferenceException($"expected a {violations[0].Name}, got {Rows.Canonical(actual)}");
            }

            Compare("result", expected, actual);
            Memory = changed;
        }

        await CompareTablesAsync();
    }

    /// <summary>The values of a new row, and the keys of the rows that it refers to. None if there is no row to refer to.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="step">What says which rows it refers to.</param>
    /// <param name="values">Its other values.</param>
    /// <param name="without">Columns that it leaves out.</param>
    /// <param name="place">Its place among the rows of the step.</param>
    public JsonObject? Given(Table table, Step step, JsonObject values, string[] without, int place = 0)
    {
        var given = Rows.Copy(values);
        foreach (var (reference, first) in table.References.Zip(step.References))
        {
            var number = first < 0 ? first : first + place;
            if (reference.Columns.Intersect(without, StringComparer.Ordinal).Any() || (number < 0 && reference.IsNullable))
            {
                continue;
            }

            var target = reference.Targets[Math.Abs(number) % reference.Targets.Length];
            if (Memory[target.Table].FindAll(row => Rows.Key(row, reference.Key) is not null) is not { Count: > 0 } rows)
            {
                if (reference.IsNullable)
                {
                    continue;
                }

                return null;
            }

            Rows.Assign(given, reference.Columns, rows[Math.Abs(number) / reference.Targets.Length % rows.Count], reference.Key);
            if (reference.Names is { } names)
            {
                given[names] = target.Name;
            }
        }

        return given;
    }

    /// <summary>Whether rows would make a to-one relation lead to several rows: which of them it means, no rule says, so that there are none.</summary>
    public bool AreTaken(Table table, params JsonObject[] given) => table.Sole.Exists(columns =>
        given.Any(row => Memory[table.Name].Concat(given).Any(other => !ReferenceEquals(row, other) && Rows.AreEqual(row, columns, other, columns))));

    private async Task<(JsonNode? Result, RelationsException? Error)> AttemptAsync(Func<Task<JsonNode?>> write)
    {
        if (hasSavepoints)
        {
            await Session.ExecuteAsync($"SAVEPOINT step");
        }

        try
        {
            return (await write(), null);
        }
        catch (RelationsException refused)
        {
            if (hasSavepoints)
            {
                await Session.ExecuteAsync($"ROLLBACK TO SAVEPOINT step");
            }

            return (null, refused);
        }
    }

    private async Task CompareTablesAsync()
    {
        foreach (var table in Family.Tables)
        {
            var stored = (await table.Access.FindAsync(Session, [])).Select(static row => (JsonObject)row!).ToList();
            LearnKeys(table, stored);
            Compare(table.Name, InOrder(table, Memory[table.Name]), InOrder(table, stored));
        }
    }

    private static JsonArray InOrder(Table table, List<JsonObject> rows) =>
        [.. rows.OrderBy(row => string.Join('|', table.Key.Select(key => Rows.Canonical(row[key]))), StringComparer.Ordinal).Select(Rows.Copy)];

    // A link's key is made by the database, and no operation returns it.
    private void LearnKeys(Table table, List<JsonObject> stored)
    {
        foreach (var row in Memory[table.Name].Where(row => table.IsKeyGenerated && row[table.Key[0]] is null))
        {
            var same = stored.Find(one => Memory[table.Name].TrueForAll(known => !Rows.AreEqual(known, table.Key, one, table.Key)) && table.Columns.Except(table.Key, StringComparer.Ordinal).All(column => Rows.Compare(one[column], row[column]) == 0));
            row[table.Key[0]] = same?[table.Key[0]]?.DeepClone();
        }
    }

    private static void Compare(string what, JsonNode? expected, JsonNode? actual)
    {
        var (expectedText, actualText) = (Rows.Canonical(expected), Rows.Canonical(actual));
        if (!string.Equals(expectedText, actualText, StringComparison.Ordinal))
        {
            throw new DifferenceException($"{what}\n    expected {expectedText}\n    but was  {actualText}");
        }
    }
}
