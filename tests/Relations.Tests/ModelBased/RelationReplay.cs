using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>Takes a step on what a relation leads to from one row.</summary>
internal sealed class RelationReplay
{
    private readonly Replay replay;
    private readonly Step step;
    private readonly Table table;
    private readonly Relation relation;
    private readonly int number;

    // Where targets are of several types: the relation to the type that the step means.
    private readonly Relation toType;
    private readonly Table target;

    public RelationReplay(Replay replay, Step step, (Table Source, Relation Relation) at)
    {
        (this.replay, this.step) = (replay, step);
        (table, relation) = at;
        toType = relation with { Targets = [relation.Targets[step.TargetType % relation.Targets.Length]] };
        target = replay.Family[toType.Targets[0].Table];
        number = replay.Memory[table.Name].Count == 0 ? 0 : step.Source % replay.Memory[table.Name].Count;
    }

    private IRelationAccess Access => relation.Access!;

    private Session Session => replay.Session;

    private Through? Through => relation.Through;

    private string Name => $"{table.Name}({Rows.Canonical(Start)}).{relation.Name}";

    // The key that the repository is made of.
    private JsonNode? Start => Rows.Key(Source(replay.Memory), Access.StartsFromPrimaryKey ? table.Key : relation.From);

    public Task TakeAsync()
    {
        if (replay.Memory[table.Name].Count == 0 || Start is not { } start)
        {
            return Task.CompletedTask;
        }

        var targets = Through is null ? [] : Targets();
        switch (step.Operation)
        {
            case Operation.FindRelated:
                return FindAsync(start);
            case Operation.FindRelatedById:
                return FindByIdAsync(start);
            case Operation.FindLinks:
                return FindLinksAsync(start);
            case Operation.CreateRelated:
                return CreateAsync(start);
            case Operation.CreateAllRelated:
                return CreateAllAsync(start);
            case Operation.PatchRelated when step.Values.Count > 0:
                return replay.WriteAsync(
                    $"{Name}.patch {step.Filter.ToJsonString()} {step.Values.ToJsonString()}",
                    () => Access.PatchAsync(Session, start, step.Filter, step.Values),
                    (changed, _) => Count(MemoryDatabase.Patch(Selected(changed).Select(static candidates => candidates[0].Row), step.Values)));
            case Operation.DeleteRelated:
                return replay.WriteAsync($"{Name}.delete {step.Filter.ToJsonString()}", () => Access.DeleteAsync(Session, start, step.Filter), (changed, _) => Count(Deleted(changed)));
            case Operation.Link when targets.Count > 0:
                return replay.WriteAsync($"{Name}.link {Named(targets[0])} {step.LinkValues.ToJsonString()}", () => Access.LinkAsync(Session, start, Naming(targets[0]), step.LinkValues), (changed, _) =>
                    changed.Link(toType, Source(changed), Same(changed, targets[0]), step.LinkValues));
            case Operation.LinkAll:
                return replay.WriteAsync($"{Name}.linkAll {string.Join(", ", targets.Select(Named))} {step.LinkValues.ToJsonString()}", () => Access.LinkAllAsync(Session, start, Naming(targets), step.LinkValues), (changed, _) =>
                    targets.Count(row => changed.Link(toType, Source(changed), Same(changed, row), step.LinkValues)));
            case Operation.Unlink when targets.Count > 0:
                return replay.WriteAsync($"{Name}.unlink {Named(targets[0])}", () => Access.UnlinkAsync(Session, start, Naming(targets[0])), (changed, _) =>
                    changed[Through!.Table].RemoveAll(link => toType.IsFrom(link, Source(changed)) && toType.IsTo(link, targets[0])));
            case Operation.UnlinkAll:
                return replay.WriteAsync($"{Name}.unlinkAll {step.Filter.ToJsonString()}", () => Access.UnlinkAllAsync(Session, start, step.Filter), (changed, _) => changed[Through!.Table].RemoveAll(SelectedLinks(changed).Contains));
            case Operation.Set:
                return replay.WriteAsync($"{Name}.set {string.Join(", ", targets.Select(Named))} {step.LinkValues.ToJsonString()}", () => Access.SetAsync(Session, start, Naming(targets), step.LinkValues), (changed, _) => Set(changed, targets));
            case Operation.PatchLinks when step.LinkValues.Count > 0:
                return replay.WriteAsync($"{Name}.patchLinks {step.Filter.ToJsonString()} {step.LinkValues.ToJsonString()}", () => Access.PatchLinksAsync(Session, start, step.Filter, step.LinkValues), (changed, _) =>
                    MemoryDatabase.Patch(SelectedLinks(changed), step.LinkValues));
            default:
                return Task.CompletedTask;
        }
    }

    private async Task FindAsync(JsonNode start)
    {
        var expected = new MemoryQuery(replay.Memory).FindRelated(relation, Source(replay.Memory), step.Filter);
        await replay.ReadAsync($"{Name}.find {step.Filter.ToJsonString()}", relation.IsMany ? expected : expected.FirstOrDefault()?.DeepClone(), () => Access.FindAsync(Session, start, step.Filter));
        if (relation.IsMany)
        {
            await Replay.CompareAsync("count", expected.Count, Access.CountAsync(Session, start, step.Filter));
        }
    }

    private async Task FindByIdAsync(JsonNode start)
    {
        if (replay.Memory[target.Name] is not { Count: > 0 } rows)
        {
            return;
        }

        var key = Rows.Key(rows[step.Targets.FirstOrDefault() % rows.Count], target.Key)!;
        var expected = new MemoryQuery(replay.Memory).FindRelatedById(relation, Source(replay.Memory), key, step.Filter);
        await replay.ReadAsync($"{Name}.findById {Rows.Canonical(key)} {step.Filter.ToJsonString()}", expected, () => Access.FindByIdAsync(Session, start, key, step.Filter));
        await Replay.CompareAsync("exists", expected is not null, Access.ExistsAsync(Session, start, key, step.Filter));
    }

    private async Task FindLinksAsync(JsonNode start)
    {
        var expected = new MemoryQuery(replay.Memory).FindRelated(relation with { IsOfLinks = true }, Source(replay.Memory), step.Filter);
        await replay.ReadAsync($"{Name}.links {step.Filter.ToJsonString()}", expected, () => Access.FindLinksAsync(Session, start, step.Filter));
        await Replay.CompareAsync("count", expected.Count, Access.CountLinksAsync(Session, start, step.Filter));
    }

    private Task CreateAsync(JsonNode start)
    {
        return Given() is not { } given || (relation.IsMany && Through is null && replay.AreTaken(target, Owned(given, Source(replay.Memory))))
            ? Task.CompletedTask
            : replay.WriteAsync($"{Name}.create {given.ToJsonString()} {step.LinkValues.ToJsonString()}", () => Access.CreateAsync(Session, start, Written(given), step.LinkValues), (changed, actual) =>
            {
                if (!relation.IsMany && changed.Related(relation, Source(changed)).Any())
                {
                    changed.Refuse<ConstraintException>();
                }

                var row = changed.Insert(target, Through is null ? Owned(given, Source(changed)) : given, actual);
                if (Through is not null)
                {
                    changed.Link(toType, Source(changed), row, step.LinkValues);
                }

                return row.DeepClone();
            });
    }

    private Task CreateAllAsync(JsonNode start)
    {
        JsonObject[] rows = [.. Enumerable.Range(0, step.Others.Length + 1).Select(Given).OfType<JsonObject>()];
        return Through is null && replay.AreTaken(target, [.. rows.Select(row => Owned(row, Source(replay.Memory)))])
            ? Task.CompletedTask
            : replay.WriteAsync(
                $"{Name}.createAll {new JsonArray([.. rows.Select(Rows.Copy)]).ToJsonString()} {step.LinkValues.ToJsonString()}",
                () => Access.CreateAllAsync(Session, start, [.. rows.Select(row => Rows.Copy(Written(row)))], step.LinkValues),
                (changed, actual) =>
                {
                    List<JsonObject> added = [.. rows.Select((row, place) => changed.Insert(target, Through is null ? Owned(row, Source(changed)) : row, actual?[place]))];
                    if (Through is not null)
                    {
                        added.ForEach(row => changed.Link(toType, Source(changed), row, step.LinkValues));
                    }

                    return new JsonArray([.. added.Select(Rows.Copy)]);
                });
    }

    private int Deleted(MemoryDatabase changed)
    {
        var selected = Selected(changed).ConvertAll(static candidates => candidates[0]);
        foreach (var candidate in selected)
        {
            changed[candidate.Target.Table].Remove(candidate.Row);
            if (Through is not null)
            {
                changed[Through.Table].RemoveAll(link => (relation with { Targets = [candidate.Target] }).IsTo(link, candidate.Row));
            }
        }

        return selected.Count;
    }

    private JsonArray Set(MemoryDatabase changed, List<JsonObject> targets)
    {
        var (added, removed, kept) = (0, 0, 0);
        foreach (var type in relation.Targets)
        {
            var ofType = Set(changed, relation with { Targets = [type] }, type == toType.Targets[0] ? targets : []);
            (added, removed, kept) = (added + ofType.Added, removed + ofType.Removed, kept + ofType.Kept);
        }

        return [added, removed, kept];
    }

    private SetResult Set(MemoryDatabase changed, Relation ofType, List<JsonObject> targets)
    {
        var through = Through!;
        var wanted = targets.Select(row => Same(changed, row)).Distinct<JsonObject>(ReferenceEqualityComparer.Instance).ToList();
        // Links that lead nowhere are links, too.
        var own = changed[through.Table].FindAll(link => ofType.IsFrom(link, Source(changed)) && Rows.Key(link, through.To) is not null && (through.Names is not { } column || string.Equals((string?)link[column], ofType.Targets[0].Name, StringComparison.Ordinal)));
        var linked = own.DistinctBy(link => Rows.Canonical(Rows.Key(link, through.To)), StringComparer.Ordinal).ToList();
        var removed = linked.FindAll(link => !wanted.Exists(row => Rows.AreEqual(link, through.To, row, ofType.To)));
        var added = wanted.FindAll(row => !linked.Exists(link => Rows.AreEqual(link, through.To, row, ofType.To)));
        changed[through.Table].RemoveAll(link => own.Contains(link) && removed.Exists(one => Rows.AreEqual(one, through.To, link, through.To)));
        added.ForEach(row => changed.Link(ofType, Source(changed), row, step.LinkValues));
        return new(added.Count, removed.Count, linked.Count - removed.Count);
    }

    private JsonObject Source(MemoryDatabase changed) => changed[table.Name][number];

    private List<List<Candidate>> Selected(MemoryDatabase changed) => new MemoryQuery(changed).Selected(changed.Related(relation, Source(changed)), step.Filter);

    private HashSet<JsonObject> SelectedLinks(MemoryDatabase changed) =>
        Selected(changed).SelectMany(static candidates => candidates).Select(static candidate => candidate.Link!).ToHashSet<JsonObject>(ReferenceEqualityComparer.Instance);

    // A relation to one tells whether there was one.
    private JsonNode Count(int count) => relation.IsMany ? count : count > 0;

    // The rows that the step names; one without a key cannot be linked.
    private List<JsonObject> Targets() => replay.Memory[target.Name].FindAll(row => Rows.Key(row, relation.To) is not null) is { Count: > 0 } rows
        ? [.. step.Targets.Select(one => rows[one % rows.Count])]
        : [];

    private JsonArray Naming(List<JsonObject> targets) => [.. targets.Select(Naming)];

    // By its key, or by its row where its type counts.
    private JsonNode Naming(JsonObject row) => relation.Targets.Length == 1 ? Rows.Key(row, relation.To)! : Rows.OfTable(row, target.Name);

    private string Named(JsonObject row) => (relation.Targets.Length == 1 ? "" : target.Name + " ") + Rows.Canonical(Rows.Key(row, relation.To));

    private JsonObject Same(MemoryDatabase changed, JsonObject row) => changed[target.Name].Find(other => Rows.AreEqual(row, target.Key, other, target.Key))!;

    private JsonObject Written(JsonObject given) => relation.Targets.Length == 1 ? given : Rows.OfTable(given, target.Name);

    private JsonObject? Given(int place = 0) => replay.Given(
        target,
        step,
        place == 0 ? step.Values : step.Others[place - 1],
        Through is null ? [.. relation.To, .. relation.TargetNames is { } named ? new[] { named.Column } : []] : [],
        place);

    private JsonObject Owned(JsonObject given, JsonObject source)
    {
        var owned = Rows.Copy(given);
        Rows.Assign(owned, relation.To, source, relation.From);
        if (relation.TargetNames is { } names)
        {
            owned[names.Column] = names.Name;
        }

        return owned;
    }
}
