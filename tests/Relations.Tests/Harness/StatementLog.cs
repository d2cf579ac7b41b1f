namespace Relations.Tests.Harness;

/// <summary>Writes down the statements of a database.</summary>
public sealed class StatementLog : IDisposable
{
    private readonly Database database;
    private readonly List<StatementEvent> statements = [];

    public StatementLog(Database database)
    {
        this.database = database;
        database.StatementExecuting += Add;
    }

    /// <summary>The statements that read or write rows.</summary>
    public IReadOnlyList<string> Rows => [.. statements.Where(static statement => statement.Kind == StatementKind.Rows).Select(static statement => statement.Sql)];

    /// <summary>All statements, those of transactions included.</summary>
    public IReadOnlyList<StatementEvent> All => statements;

    public void Dispose() => database.StatementExecuting -= Add;

    private void Add(StatementEvent statement)
    {
        lock (statements)
        {
            statements.Add(statement);
        }
    }
}
