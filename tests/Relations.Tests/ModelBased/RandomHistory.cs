using System.Text.Json.Nodes;
using static Relations.Tests.Queries.SampleWorld;

namespace Relations.Tests.ModelBased;

/// <summary>Makes histories by chance: first rows, then whatever can be done with them.</summary>
internal sealed class RandomHistory(Family family, Random random)
{
    private readonly RandomFilters filters = new(family, random);

    public History Any()
    {
        var steps = new List<Step>();
        for (var place = 0; place < family.Tables.Count; place++)
        {
            for (var count = random.Next(2, 8); count > 0; count--)
            {
                steps.Add(New(Operation.Create, place));
            }
        }

        for (var count = random.Next(4, 16); count > 0; count--)
        {
            steps.Add(family.Changeable.Count > 0 && random.Next(3) > 0 ? OnRelation() : OnTable());
        }

        return new(family, [.. steps]);
    }

    private Step OnTable()
    {
        var place = random.Next(family.Tables.Count);
        var table = family.Tables[place];
        return random.Next(14) switch
        {
            0 => New(Operation.Create, place),
            1 => New(Operation.CreateAll, place) with { Others = [.. Enumerable.Range(0, random.Next(3)).Select(_ => All(table))] },
            2 => new(Operation.Patch, place) { Values = Some([table]), Filter = filters.Where(table) },
            3 => new(Operation.Delete, place) { Filter = filters.Where(table) },
            4 => Keyed(Operation.FindById, place) with { Filter = random.Next(2) == 0 ? [] : filters.ByKey(table) },
            5 => Keyed(Operation.Save, place),
            6 => Keyed(Operation.Update, place),
            7 => Keyed(Operation.ReplaceById, place),
            8 => Keyed(Operation.PatchById, place) with { Values = WithKey(table, Some([table])) },
            9 => Keyed(Operation.DeleteById, place),
            _ => new(Operation.Find, place) { Filter = filters.Filter(table) },
        };
    }

    private Step OnRelation()
    {
        var place = random.Next(family.Changeable.Count);
        var relation = family.Changeable[place].Relation;
        var operation = relation.Access!.Operations[random.Next(relation.Access.Operations.Count)];
        var type = random.Next(relation.Targets.Length);
        Table[] targets = [.. relation.Targets.Select(target => family[target.Table])];
        var through = relation.Through is { } links ? family[links.Table] : null;
        return new(operation, place)
        {
            Source = random.Next(100),
            TargetType = type,
            Targets = [.. Enumerable.Range(0, operation is Operation.LinkAll or Operation.Set ? random.Next(4) : 1).Select(_ => random.Next(100))],
            References = Numbers(),
            Values = operation is Operation.CreateRelated or Operation.CreateAllRelated ? All(targets[type]) : Some(targets),
            Others = operation == Operation.CreateAllRelated ? [.. Enumerable.Range(0, random.Next(3)).Select(_ => All(targets[type]))] : [],
            LinkValues = through is null ? [] : operation == Operation.PatchLinks ? Some([through]) : All(through),
            Filter = operation switch
            {
                Operation.FindRelated or Operation.FindLinks => filters.FilterOf(relation, depth: 1),
                Operation.FindRelatedById => filters.ByKeyOf(relation),
                _ => relation.IsMany ? filters.WhereOf(relation) : [],
            },
        };
    }

    private Step Keyed(Operation operation, int place) => New(operation, place) with { Source = random.Next(100), TargetType = random.Next(4) };

    private Step New(Operation operation, int place) => new(operation, place) { References = Numbers(), Values = All(family.Tables[place]) };

    private int[] Numbers() => [.. Enumerable.Range(0, 4).Select(_ => random.Next(-15, 100))];

    private JsonObject All(Table table) => new(table.Values.Select(column => KeyValuePair.Create(column.Key, Of(random, column.Value)?.DeepClone())));

    private JsonObject WithKey(Table table, JsonObject values)
    {
        foreach (var column in table.Key.Where(table.Values.ContainsKey))
        {
            values[column] = Of(random, table.Values[column])?.DeepClone();
        }

        return values;
    }

    // A patch changes no key. That of targets of several types changes what all of them have.
    private JsonObject Some(Table[] tables) => new(tables[0].Values
        .Where(column => Array.TrueForAll(tables, table => table.Values.ContainsKey(column.Key) && !table.Key.Contains(column.Key, StringComparer.Ordinal)))
        .OrderBy(_ => random.Next())
        .Take(1 + random.Next(2))
        .Select(column => KeyValuePair.Create(column.Key, Of(random, column.Value)?.DeepClone())));
}
