using System.Globalization;
using System.Text.RegularExpressions;

namespace Relations.Tests.Harness;

/// <summary>An empty database with the tables of all models, of one kind of database. Goes away when it is disposed of.</summary>
public abstract partial class TestDatabase(Database database) : IAsyncDisposable
{
    public Database Database { get; } = database;

    /// <summary>Another one on the same data, with a connection string setting of the provider's own.</summary>
    public abstract Database Reopen(string setting = "");

    /// <summary>The same, on the server itself where a pooler stands before it.</summary>
    public virtual Database ReopenDirectly(string setting = "") => Reopen(setting);

    /// <summary>Runs a script beside the library, without any check of foreign keys.</summary>
    /// <param name="script">The script.</param>
    /// <param name="undo">What takes it back, so that the database can be used again; where nothing does, one whose tables it changes goes away.</param>
    public abstract void RunUnchecked(string script, string? undo = null);

    /// <summary>How the database would run a statement, a line for each step.</summary>
    public abstract ValueTask<List<string>> ExplainAsync(string sql);

    public abstract ValueTask DisposeAsync();

    /// <summary>Every row of every table, as a session sees it.</summary>
    public async ValueTask<string> DumpAsync(Session? session = null)
    {
        var lines = new List<string>();
        foreach (var table in await FilledTablesAsync(session ?? Database))
        {
            var rows = await (session ?? Database).QueryAsync(
                Sql.Of($"SELECT * FROM {Quoted(table)}"),
                static reader =>
                {
                    var values = new object[reader.FieldCount];
                    reader.GetValues(values);
                    return string.Join(" | ", values.Select(static value => value switch
                    {
                        DBNull => "null",
                        byte[] bytes => Convert.ToHexString(bytes),
                        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
                    }));
                });
            lines.AddRange(rows.Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"));
        }

        return string.Join('\n', lines);
    }

    // In one statement: most tables are empty, and asking each takes a while.
    private static ValueTask<List<string>> FilledTablesAsync(Session session) => session.QueryAsync(
        Sql.Of(string.Join(" UNION ALL ", RelationsModel.Definition.Entities.Select(static entity => $"SELECT '{entity.Table.Replace("'", "''", StringComparison.Ordinal)}' WHERE EXISTS (SELECT 1 FROM {Quoted(entity.Table)})"))),
        static reader => reader.GetString(0));

    internal static string Quoted(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The statements from now until it is disposed of.</summary>
    public StatementLog Record() => new(Database);

    [GeneratedRegex(@"[?@$]\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    protected static partial Regex Parameters();
}
