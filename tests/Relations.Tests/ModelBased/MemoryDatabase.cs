using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>The rows of a family's tables in memory. A key that the database makes is null until it is known.</summary>
internal sealed class MemoryDatabase(Family family)
{
    private readonly Dictionary<string, List<JsonObject>> rows = family.Tables.ToDictionary(static table => table.Name, static _ => new List<JsonObject>(), StringComparer.Ordinal);

    private readonly List<Type> refusals = [];

    public Family Family { get; } = family;

    public List<JsonObject> this[string table] => rows[table];

    public MemoryDatabase Copy()
    {
        var copy = new MemoryDatabase(Family);
        foreach (var (table, own) in rows)
        {
            copy.rows[table].AddRange(own.Select(Rows.Copy));
        }

        return copy;
    }

    /// <summary>Says that what would be changed is not allowed, whatever the rows.</summary>
    public void Refuse<TError>() where TError : RelationsException => refusals.Add(typeof(TError));

    /// <summary>A row with all columns; those not given are null.</summary>
    public static JsonObject Whole(Table table, JsonObject given) => new(table.Columns.Select(column => KeyValuePair.Create(column, given[column]?.DeepClone())));

    /// <summary>Adds a row.</summary>
    public JsonObject Insert(string table, JsonObject given)
    {
        var row = Whole(Family[table], given);
        rows[table].Add(row);
        return row;
    }

    /// <summary>Adds a row whose generated key is that of the row that was stored.</summary>
    public JsonObject Insert(Table table, JsonObject given, JsonNode? stored)
    {
        var row = Insert(table.Name, given);
        if (table.IsKeyGenerated)
        {
            row[table.Key[0]] = stored?[table.Key[0]]?.DeepClone();
        }

        return row;
    }

    /// <summary>Links two rows, unless they are and the pair is unique; returns whether it did.</summary>
    /// <param name="relation">A relation to one table.</param>
    /// <param name="source">The source.</param>
    /// <param name="target">The target.</param>
    /// <param name="values">What the link carries.</param>
    public bool Link(Relation relation, JsonObject source, JsonObject target, JsonObject values)
    {
        var through = relation.Through!;
        if (Rows.Key(target, relation.To) is null)
        {
            Refuse<ConstraintException>();
            return false;
        }

        var isUnique = Family[through.Table].Unique.Exists(unique => unique.Order(StringComparer.Ordinal).SequenceEqual(through.From.Concat(through.To).Concat(through.Names is null ? [] : [through.Names]).Order(StringComparer.Ordinal), StringComparer.Ordinal));
        if (isUnique && rows[through.Table].Exists(link => relation.IsFrom(link, source) && relation.IsTo(link, target)))
        {
            return false;
        }

        var row = Insert(through.Table, values);
        Rows.Assign(row, through.From, source, relation.From);
        Rows.Assign(row, through.To, target, relation.To);
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

    /// <summary>Gives rows new values; returns how many there were.</summary>
    public static int Patch(IEnumerable<JsonObject> rows, JsonObject values)
    {
        var count = 0;
        foreach (var row in rows)
        {
            count++;
            foreach (var (column, value) in values)
            {
                row[column] = value?.DeepClone();
            }
        }

        return count;
    }

    /// <summary>The rows that a relation leads to from a row, each with the row that links it: once for each link.</summary>
    public IEnumerable<Candidate> Related(Relation relation, JsonObject source)
    {
        if (relation.Through is not { } through)
        {
            return relation.Targets
                .Where(target => relation.SourceNames is null || string.Equals((string?)source[relation.SourceNames], target.Name, StringComparison.Ordinal))
                .SelectMany(target => rows[target.Table].Select(row => new Candidate(target, row, Link: null)))
                .Where(candidate => Rows.AreEqual(source, relation.From, candidate.Row, relation.To))
                .Where(candidate => relation.TargetNames is not { } names || string.Equals((string?)candidate.Row[names.Column], names.Name, StringComparison.Ordinal));
        }

        return from link in rows[through.Table]
               where relation.IsFrom(link, source)
               from target in relation.Targets
               where through.Names is null || string.Equals((string?)link[through.Names], target.Name, StringComparison.Ordinal)
               from row in rows[target.Table]
               where Rows.AreEqual(link, through.To, row, relation.To)
               select new Candidate(target, row, link);
    }

    /// <summary>The errors that a database with these rows would have answered.</summary>
    public IEnumerable<Type> Violations()
    {
        foreach (var refusal in refusals)
        {
            yield return refusal;
        }

        foreach (var table in Family.Tables)
        {
            foreach (var unique in table.Unique)
            {
                var together = rows[table.Name].Where(row => unique.All(column => row[column] is not null)).ToList();
                if (together.DistinctBy(row => string.Join('|', unique.Select(column => Rows.Canonical(row[column]))), StringComparer.Ordinal).Count() < together.Count)
                {
                    yield return typeof(UniqueViolationException);
                }
            }

            foreach (var reference in table.References.Where(static reference => reference.Names is null))
            {
                if (rows[table.Name].Exists(row => reference.Columns.All(column => row[column] is not null) && !rows[reference.Targets[0].Table].Exists(target => Rows.AreEqual(row, reference.Columns, target, reference.Key))))
                {
                    yield return typeof(ForeignKeyViolationException);
                }
            }
        }
    }
}
