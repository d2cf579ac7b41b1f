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
        return random.Next(8) switch
        {
            0 => New(Operation.Create, place),
            1 => new(Operation.Patch, place) { Values = Some(table), Filter = filters.Where(table) },
            2 => new(Operation.Delete, place) { Filter = filters.Where(table) },
            _ => new(Operation.Find, place) { Filter = filters.Filter(table) },
        };
    }

    private Step OnRelation()
    {
        var place = random.Next(family.Changeable.Count);
        var relation = family.Changeable[place].Relation;
        var operation = relation.Access!.HasLinks ? Of(random, Enum.GetValues<Operation>()[(int)Operation.FindRelated..]) : (Operation)random.Next((int)Operation.FindRelated, (int)Operation.Link);
        var target = family[relation.Targets[random.Next(relation.Targets.Length)].Table];
        var through = relation.Through is { } links ? family[links.Table] : null;
        return new(operation, place)
        {
            Source = random.Next(100),
            Targets = [.. Enumerable.Range(0, operation is Operation.LinkAll or Operation.Set ? random.Next(4) : 1).Select(_ => random.Next(100))],
            References = Numbers(),
            Values = operation == Operation.CreateRelated ? All(target) : Some(target),
            LinkValues = through is null ? [] : operation == Operation.PatchLinks ? Some(through) : All(through),
            Filter = operation == Operation.FindRelated ? filters.FilterOf(relation, depth: 1) : filters.WhereOf(relation),
        };
    }

    private Step New(Operation operation, int place) => new(operation, place) { References = Numbers(), Values = All(family.Tables[place]) };

    private int[] Numbers() => [.. Enumerable.Range(0, 4).Select(_ => random.Next(-15, 100))];

    private JsonObject All(Table table) => new(table.Values.Select(column => KeyValuePair.Create(column.Key, Of(random, column.Value)?.DeepClone())));

    // A patch changes no key.
    private JsonObject Some(Table table) => new(table.Values
        .Where(column => !table.Key.Contains(column.Key, StringComparer.Ordinal))
        .OrderBy(_ => random.Next())
        .Take(1 + random.Next(2))
        .Select(column => KeyValuePair.Create(column.Key, Of(random, column.Value)?.DeepClone())));
}
