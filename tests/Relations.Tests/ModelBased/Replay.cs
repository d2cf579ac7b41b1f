using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>Takes the steps of a history, in a database and in memory, and compares what comes of it.</summary>
internal sealed class Replay(Family family, Session session)
{
    private MemoryDatabase memory = new(family);

    /// <summary>The steps taken so far, as a person reads them.</summary>
    public List<string> Lines { get; } = [];

    public Task TakeAsync(Step step) => step.Operation < Operation.FindRelated ? OnTableAsync(step, family.Tables[step.Place]) : OnRelationAsync(step, family.Changeable[step.Place]);

    private Task OnTableAsync(Step step, Table table)
    {
        var access = table.Access;
        switch (step.Operation)
        {
            case Operation.Create:
                return Given(table, step, []) is not { } given || IsTaken(table, given)
                    ? Task.CompletedTask
                    : WriteAsync($"{table.Name}.create {given.ToJsonString()}", () => access.CreateAsync(session, given), (changed, actual) => Inserted(changed, table, given, actual));
            case Operation.Find:
                return ReadAsync(
                    $"{table.Name}.find {step.Filter.ToJsonString()}",
                    new MemoryQuery(memory).Find(table, step.Filter),
                    async () => await access.FindAsync(session, step.Filter),
                    () => access.CountAsync(session, WithoutInclude(step.Filter)));
            case Operation.Patch:
                return step.Values.Count == 0 ? Task.CompletedTask : WriteAsync(
                    $"{table.Name}.patch {step.Filter.ToJsonString()} {step.Values.ToJsonString()}",
                    () => access.PatchAsync(session, step.Filter, step.Values),
                    (changed, _) => Patched(Found(changed, table, step.Filter), step.Values));
            default:
                return WriteAsync(
                    $"{table.Name}.delete {step.Filter.ToJsonString()}",
                    () => access.DeleteAsync(session, step.Filter),
                    (changed, _) => changed[table.Name].RemoveAll(Found(changed, table, step.Filter).Contains));
        }
    }

    private Task OnRelationAsync(Step step, (Table Source, Relation Relation) at)
    {
        var (table, relation) = at;
        if (memory[table.Name].Count == 0)
        {
            return Task.CompletedTask;
        }

        var number = step.Source % memory[table.Name].Count;
        var source = Key(memory[table.Name][number], relation.From);
        var target = family[relation.Targets[0].Table];
        var through = relation.Through;
        var access = relation.Access!;
        JsonArray targets = [.. memory[target.Name] is { Count: > 0 } rows && through is not null ? step.Targets.Select(one => Key(rows[one % rows.Count], relation.To)) : []];
        var name = $"{table.Name}({Rows.Canonical(source)}).{relation.Name}";
        JsonObject Source(MemoryDatabase changed) => changed[table.Name][number];
        List<List<Candidate>> Selected(MemoryDatabase changed) => new MemoryQuery(changed).Selected(changed.Related(relation, Source(changed)), step.Filter);
        switch (step.Operation)
        {
            case Operation.FindRelated:
                return ReadAsync(
                    $"{name}.find {step.Filter.ToJsonString()}",
                    new MemoryQuery(memory).FindRelated(relation, Source(memory), step.Filter),
                    () => access.FindAsync(session, source, step.Filter),
                    () => access.CountAsync(session, source, WithoutInclude(step.Filter)));
            case Operation.CreateRelated:
                return Given(target, step, through is null ? [.. relation.To, .. relation.TargetNames is { } named ? new[] { named.Column } : []] : []) is not { } given || (through is null && IsTaken(target, Owned(given, relation, Source(memory))))
                    ? Task.CompletedTask
                    : WriteAsync($"{name}.create {given.ToJsonString()} {step.LinkValues.ToJsonString()}", () => access.CreateAsync(session, source, given, step.LinkValues), (changed, actual) =>
                    {
                        var row = Inserted(changed, target, through is null ? Owned(given, relation, Source(changed)) : given, actual);
                        if (through is not null)
                        {
                            Link(changed, relation, Source(changed), row, step.LinkValues);
                        }

                        return row.DeepClone();
                    });
            case Operation.PatchRelated when step.Values.Count > 0:
                return WriteAsync(
                    $"{name}.patch {step.Filter.ToJsonString()} {step.Values.ToJsonString()}",
                    () => access.PatchAsync(session, source, step.Filter, step.Values),
                    (changed, _) => Patched([.. Selected(changed).Select(static candidates => candidates[0].Row)], step.Values));
            case Operation.DeleteRelated:
                return WriteAsync($"{name}.delete {step.Filter.ToJsonString()}", () => access.DeleteAsync(session, source, step.Filter), (changed, _) =>
                {
                    var selected = Selected(changed).ConvertAll(static candidates => candidates[0]);
                    foreach (var candidate in selected)
                    {
                        changed[candidate.Target.Table].Remove(candidate.Row);
                        if (through is not null)
                        {
                            changed[through.Table].RemoveAll(link => relation.IsTo(link, candidate.Row));
                        }
                    }

                    return selected.Count;
                });
            case Operation.Link when targets.Count > 0:
                return WriteAsync($"{name}.link {Rows.Canonical(targets[0])} {step.LinkValues.ToJsonString()}", () => access.LinkAsync(session, source, targets[0]!, step.LinkValues), (changed, _) =>
                    Link(changed, relation, Source(changed), WithKey(changed, relation, targets[0]!), step.LinkValues));
            case Operation.LinkAll:
                return WriteAsync($"{name}.linkAll {Rows.Canonical(targets)} {step.LinkValues.ToJsonString()}", () => access.LinkAllAsync(session, source, targets, step.LinkValues), (changed, _) =>
                    targets.Count(key => Link(changed, relation, Source(changed), WithKey(changed, relation, key!), step.LinkValues)));
            case Operation.Unlink when targets.Count > 0:
                return WriteAsync($"{name}.unlink {Rows.Canonical(targets[0])}", () => access.UnlinkAsync(session, source, targets[0]!), (changed, _) =>
                    changed[through!.Table].RemoveAll(link => relation.IsFrom(link, Source(changed)) && relation.IsTo(link, WithKey(changed, relation, targets[0]!))));
            case Operation.UnlinkAll:
                return WriteAsync($"{name}.unlinkAll {step.Filter.ToJsonString()}", () => access.UnlinkAllAsync(session, source, step.Filter), (changed, _) =>
                {
                    var links = Selected(changed).SelectMany(static candidates => candidates).Select(static candidate => candidate.Link!).ToHashSet<object>(ReferenceEqualityComparer.Instance);
                    return changed[through!.Table].RemoveAll(links.Contains);
                });
            case Operation.Set:
                return WriteAsync($"{name}.set {Rows.Canonical(targets)} {step.LinkValues.ToJsonString()}", () => access.SetAsync(session, source, targets, step.LinkValues), (changed, _) =>
                {
                    var wanted = targets.Select(key => WithKey(changed, relation, key!)).Distinct<JsonObject>(ReferenceEqualityComparer.Instance).ToList();
                    // Links that lead nowhere are links, too.
                    var own = changed[through!.Table].FindAll(link => relation.IsFrom(link, Source(changed)) && (through.Names is not { } column || string.Equals((string?)link[column], relation.Targets[0].Name, StringComparison.Ordinal)));
                    var linked = own.DistinctBy(link => Rows.Canonical(Key(link, through.To)), StringComparer.Ordinal).ToList();
                    var removed = linked.FindAll(link => !wanted.Exists(row => Rows.AreEqual(link, through.To, row, relation.To)));
                    var added = wanted.FindAll(row => !linked.Exists(link => Rows.AreEqual(link, through.To, row, relation.To)));
                    changed[through.Table].RemoveAll(link => own.Contains(link) && removed.Exists(one => Rows.AreEqual(one, through.To, link, through.To)));
                    added.ForEach(row => Link(changed, relation, Source(changed), row, step.LinkValues));
                    return new JsonArray(added.Count, removed.Count, linked.Count - removed.Count);
                });
            case Operation.PatchLinks when step.LinkValues.Count > 0:
                return WriteAsync($"{name}.patchLinks {step.Filter.ToJsonString()} {step.LinkValues.ToJsonString()}", () => access.PatchLinksAsync(session, source, step.Filter, step.LinkValues), (changed, _) =>
                    Patched([.. Selected(changed).SelectMany(static candidates => candidates).Select(static candidate => candidate.Link!)], step.LinkValues));
            default:
                return Task.CompletedTask;
        }
    }

    private async Task ReadAsync(string line, JsonArray expected, Func<Task<JsonNode?>> find, Func<Task<JsonNode?>> count)
    {
        Lines.Add(line);
        Compare("found", expected, await find());
        Compare("count", expected.Count, await count());
    }

    private async Task WriteAsync(string line, Func<Task<JsonNode?>> write, Func<MemoryDatabase, JsonNode?, JsonNode?> model)
    {
        Lines.Add(line);
        JsonNode? actual = null;
        RelationsException? error = null;
        try
        {
            actual = await write();
        }
        catch (RelationsException refused)
        {
            error = refused;
        }

        var changed = memory.Copy();
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
            memory = changed;
        }

        await CompareTablesAsync();
    }

    private async Task CompareTablesAsync()
    {
        foreach (var table in family.Tables)
        {
            var stored = (await table.Access.FindAsync(session, [])).Select(static row => (JsonObject)row!).ToList();
            LearnKeys(table, stored);
            Compare(
                table.Name,
                new JsonArray([.. memory[table.Name].OrderBy(row => string.Join('|', table.Key.Select(key => Rows.Canonical(row[key]))), StringComparer.Ordinal).Select(Rows.Copy)]),
                new JsonArray([.. stored.OrderBy(row => string.Join('|', table.Key.Select(key => Rows.Canonical(row[key]))), StringComparer.Ordinal).Select(Rows.Copy)]));
        }
    }

    // A link's key is made by the database, and no operation returns it.
    private void LearnKeys(Table table, List<JsonObject> stored)
    {
        foreach (var row in memory[table.Name].Where(row => table.IsKeyGenerated && row[table.Key[0]] is null))
        {
            var same = stored.Find(one => memory[table.Name].TrueForAll(known => !Rows.AreEqual(known, table.Key, one, table.Key)) && table.Columns.Except(table.Key, StringComparer.Ordinal).All(column => Rows.Compare(one[column], row[column]) == 0));
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

    private static JsonObject WithoutInclude(JsonObject filter)
    {
        var copy = Rows.Copy(filter);
        copy.Remove("include");
        return copy;
    }

    private static JsonNode Key(JsonObject row, string[] columns) =>
        columns.Length == 1 ? row[columns[0]]!.DeepClone() : new JsonObject(columns.Select((column, index) => KeyValuePair.Create($"item{index + 1}", row[column]?.DeepClone())));

    private static JsonObject WithKey(MemoryDatabase changed, Relation relation, JsonNode key) =>
        changed[relation.Targets[0].Table].Find(row => string.Equals(Rows.Canonical(Key(row, relation.To)), Rows.Canonical(key), StringComparison.Ordinal))!;

    private static HashSet<object> Found(MemoryDatabase changed, Table table, JsonObject filter) =>
        new MemoryQuery(changed).Selected(changed[table.Name].Select(row => new Candidate(new(table.Name), row, Link: null)), filter).Select(static candidates => candidates[0].Row).ToHashSet<object>(ReferenceEqualityComparer.Instance);

    private static JsonNode Patched(IEnumerable<object> rows, JsonObject values)
    {
        var count = 0;
        foreach (var row in rows.Cast<JsonObject>())
        {
            count++;
            foreach (var (column, value) in values)
            {
                row[column] = value?.DeepClone();
            }
        }

        return count;
    }

    private static bool Link(MemoryDatabase changed, Relation relation, JsonObject source, JsonObject target, JsonObject values)
    {
        var through = relation.Through!;
        var isUnique = changed.Family[through.Table].Unique.Exists(unique => unique.Order(StringComparer.Ordinal).SequenceEqual(through.From.Concat(through.To).Concat(through.Names is null ? [] : [through.Names]).Order(StringComparer.Ordinal), StringComparer.Ordinal));
        if (isUnique && changed[through.Table].Exists(link => relation.IsFrom(link, source) && relation.IsTo(link, target)))
        {
            return false;
        }

        var row = changed.Insert(through.Table, values);
        Assign(row, through.From, source, relation.From);
        Assign(row, through.To, target, relation.To);
        if (through.Names is { } column)
        {
            row[column] = relation.Targets[0].Name;
        }

        if (through.NamesSource is { } names)
        {
            row[names.Column] = names.Name;
        }

        return true;
    }

    private static void Assign(JsonObject row, string[] columns, JsonObject other, string[] otherColumns)
    {
        foreach (var (column, otherColumn) in columns.Zip(otherColumns))
        {
            row[column] = other[otherColumn]?.DeepClone();
        }
    }

    private static JsonObject Inserted(MemoryDatabase changed, Table table, JsonObject given, JsonNode? stored)
    {
        var row = changed.Insert(table.Name, given);
        if (table.IsKeyGenerated)
        {
            row[table.Key[0]] = stored?[table.Key[0]]?.DeepClone();
        }

        return row;
    }

    private static JsonObject Owned(JsonObject given, Relation relation, JsonObject source)
    {
        var owned = Rows.Copy(given);
        Assign(owned, relation.To, source, relation.From);
        if (relation.TargetNames is { } names)
        {
            owned[names.Column] = names.Name;
        }

        return owned;
    }

    // A to-one relation leads to one row of several by no rule: there are none.
    private bool IsTaken(Table table, JsonObject given) => table.Sole.Exists(columns => memory[table.Name].Exists(row => Rows.AreEqual(row, columns, given, columns)));

    // The values of a new row, and the keys of the rows that it refers to. None if there is no row to refer to.
    private JsonObject? Given(Table table, Step step, string[] without)
    {
        var given = Rows.Copy(step.Values);
        foreach (var (reference, number) in table.References.Zip(step.References))
        {
            if (reference.Columns.Intersect(without, StringComparer.Ordinal).Any() || (number < 0 && reference.IsNullable))
            {
                continue;
            }

            var target = reference.Targets[Math.Abs(number) % reference.Targets.Length];
            if (memory[target.Table] is not { Count: > 0 } rows)
            {
                if (reference.IsNullable)
                {
                    continue;
                }

                return null;
            }

            Assign(given, reference.Columns, rows[Math.Abs(number) / reference.Targets.Length % rows.Count], reference.Key);
            if (reference.Names is { } names)
            {
                given[names] = target.Name;
            }
        }

        return given;
    }
}
