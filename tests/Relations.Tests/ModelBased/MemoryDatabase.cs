using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>The rows of a family's tables in memory. A key that the database makes is null until it is known.</summary>
internal sealed class MemoryDatabase(Family family)
{
    private readonly Dictionary<string, List<JsonObject>> rows = family.Tables.ToDictionary(static table => table.Name, static _ => new List<JsonObject>(), StringComparer.Ordinal);

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

    /// <summary>A row with all columns; those not given are null.</summary>
    public JsonObject Insert(string table, JsonObject given)
    {
        var row = new JsonObject();
        foreach (var column in Family[table].Columns)
        {
            row[column] = given[column]?.DeepClone();
        }

        rows[table].Add(row);
        return row;
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
