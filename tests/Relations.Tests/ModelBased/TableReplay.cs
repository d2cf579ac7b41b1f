using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>Takes a step on the rows of one table.</summary>
internal sealed class TableReplay(Replay replay, Step step, Table table)
{
    // Further from the keys of all rows than a database will come while a history lasts.
    private const int Far = 1_000_000;

    private IEntityAccess Access => table.Access;

    private Session Session => replay.Session;

    private List<JsonObject> Stored => replay.Memory[table.Name];

    public Task TakeAsync()
    {
        switch (step.Operation)
        {
            case Operation.Create:
                return Given() is not { } given || replay.AreTaken(table, given)
                    ? Task.CompletedTask
                    : replay.WriteAsync($"{table.Name}.create {given.ToJsonString()}", () => Access.CreateAsync(Session, given), (changed, actual) => changed.Insert(table, given, actual).DeepClone());
            case Operation.CreateAll:
                return CreateAllAsync();
            case Operation.Find:
                return FindAsync();
            case Operation.Patch:
                return step.Values.Count == 0 ? Task.CompletedTask : replay.WriteAsync(
                    $"{table.Name}.patch {step.Filter.ToJsonString()} {step.Values.ToJsonString()}",
                    () => Access.PatchAsync(Session, step.Filter, step.Values),
                    (changed, _) => MemoryDatabase.Patch(new MemoryQuery(changed).Selected(table, step.Filter), step.Values));
            case Operation.Delete:
                return replay.WriteAsync(
                    $"{table.Name}.delete {step.Filter.ToJsonString()}",
                    () => Access.DeleteAsync(Session, step.Filter),
                    (changed, _) => changed[table.Name].RemoveAll(new MemoryQuery(changed).Selected(table, step.Filter).Contains));
            default:
                return ByKeyAsync();
        }
    }

    private JsonObject? Given(int place = 0) => replay.Given(table, step, place == 0 ? step.Values : step.Others[place - 1], [], place);

    private Task CreateAllAsync()
    {
        JsonObject[] rows = [.. Enumerable.Range(0, step.Others.Length + 1).Select(Given).OfType<JsonObject>()];
        return replay.AreTaken(table, rows)
            ? Task.CompletedTask
            : replay.WriteAsync(
                $"{table.Name}.createAll {new JsonArray([.. rows.Select(Rows.Copy)]).ToJsonString()}",
                () => Access.CreateAllAsync(Session, [.. rows.Select(Rows.Copy)]),
                (changed, actual) => new JsonArray([.. rows.Select((row, place) => Rows.Copy(changed.Insert(table, row, actual?[place])))]));
    }

    private async Task FindAsync()
    {
        var expected = new MemoryQuery(replay.Memory).Find(table, step.Filter);
        await replay.ReadAsync($"{table.Name}.find {step.Filter.ToJsonString()}", expected, async () => await Access.FindAsync(Session, step.Filter));
        await Replay.CompareAsync("count", expected.Count, Access.CountAsync(Session, step.Filter));
    }

    private Task ByKeyAsync()
    {
        var (key, row) = Keyed();
        if (row is null)
        {
            return Task.CompletedTask;
        }

        var name = $"{table.Name}.{char.ToLowerInvariant(step.Operation.ToString()[0])}{step.Operation.ToString()[1..]} {Rows.Canonical(key)}";
        return step.Operation switch
        {
            Operation.FindById => FindByIdAsync(name, key),
            Operation.PatchById => PatchByIdAsync(name, key, row),
            Operation.DeleteById => replay.WriteAsync(name, () => Access.DeleteByIdAsync(Session, key), (changed, _) => Present(changed, changed[table.Name].RemoveAll(other => HasKeyOf(row, other)))),
            _ when IsTaken(row) => Task.CompletedTask,
            Operation.Save => replay.WriteAsync($"{table.Name}.save {row.ToJsonString()}", () => Access.SaveAsync(Session, row), (changed, actual) => Saved(changed, row, actual)),
            Operation.Update => replay.WriteAsync($"{table.Name}.update {row.ToJsonString()}", () => Access.UpdateAsync(Session, row), (changed, _) => Replaced(changed, row)),
            _ => ReplaceByIdAsync(name, key, row),
        };
    }

    private Task PatchByIdAsync(string name, JsonNode key, JsonObject row)
    {
        var values = new JsonObject(step.Values.Where(column => !table.Key.Contains(column.Key, StringComparer.Ordinal)).Select(static column => KeyValuePair.Create(column.Key, column.Value?.DeepClone())));
        return values.Count == 0
            ? Task.CompletedTask
            : replay.WriteAsync($"{name} {values.ToJsonString()}", () => Access.PatchByIdAsync(Session, key, values), (changed, _) =>
                Present(changed, MemoryDatabase.Patch(changed[table.Name].FindAll(other => HasKeyOf(row, other)), values)));
    }

    private Task ReplaceByIdAsync(string name, JsonNode key, JsonObject row)
    {
        var given = WithKeyOfAnother(row);
        return replay.WriteAsync($"{name} {given.ToJsonString()}", () => Access.ReplaceByIdAsync(Session, key, given), (changed, _) =>
        {
            if (Rows.Key(given, table.Key) is not null && !HasKeyOf(row, given))
            {
                changed.Refuse<ConstraintException>();
            }

            return Replaced(changed, row);
        });
    }

    private bool HasKeyOf(JsonObject row, JsonObject other) => Rows.AreEqual(row, table.Key, other, table.Key);

    // Whether the row would be one of several to which a to-one relation leads.
    private bool IsTaken(JsonObject row) => table.Sole.Exists(columns => Stored.Exists(other => !HasKeyOf(row, other) && Rows.AreEqual(row, columns, other, columns)));

    private JsonNode Saved(MemoryDatabase changed, JsonObject row, JsonNode? actual)
    {
        changed[table.Name].RemoveAll(other => HasKeyOf(row, other));
        return changed.Insert(table, row, actual).DeepClone();
    }

    private JsonNode? Replaced(MemoryDatabase changed, JsonObject row) =>
        Present(changed, MemoryDatabase.Patch(changed[table.Name].FindAll(other => HasKeyOf(row, other)), MemoryDatabase.Whole(table, row)));

    private async Task FindByIdAsync(string name, JsonNode key)
    {
        var expected = new MemoryQuery(replay.Memory).FindById(table, key, step.Filter);
        await replay.ReadAsync($"{name} {step.Filter.ToJsonString()}", expected, () => Access.FindByIdAsync(Session, key, step.Filter));
        await Replay.CompareAsync("exists", expected is not null, Access.ExistsAsync(Session, key, step.Filter));
    }

    private static JsonNode? Present(MemoryDatabase changed, int count)
    {
        if (count == 0)
        {
            changed.Refuse<EntityNotFoundException>();
        }

        return null;
    }

    // A key that a row has, or perhaps none, and a row with this key and new values.
    private (JsonNode Key, JsonObject? Row) Keyed()
    {
        if (Given() is not { } row)
        {
            return (0, null);
        }

        var place = step.Source % (Stored.Count + 1);
        if (place < Stored.Count)
        {
            Rows.Assign(row, table.Key, Stored[place], table.Key);
        }
        else if (table.IsKeyGenerated)
        {
            row[table.Key[0]] = Far + Stored.Select(stored => (int)stored[table.Key[0]]!).DefaultIfEmpty().Max();
        }

        return (Rows.Key(row, table.Key)!, row);
    }

    // The row that replaces another may say nothing of its key where that is generated, and must not say another's.
    private JsonObject WithKeyOfAnother(JsonObject row)
    {
        var given = Rows.Copy(row);
        if (step.TargetType % 4 == 1 && table.IsKeyGenerated)
        {
            given.Remove(table.Key[0]);
        }
        else if (step.TargetType % 4 == 2 && Stored.Count > 0)
        {
            Rows.Assign(given, table.Key, Stored[0], table.Key);
        }

        return given;
    }
}
