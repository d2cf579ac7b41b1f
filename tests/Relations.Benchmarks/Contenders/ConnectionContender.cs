using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Relations.Benchmarks.Contenders;

/// <summary>A contender that works on an open connection of Microsoft.Data.Sqlite, or on its handle.</summary>
internal abstract class ConnectionContender(string name, SqliteFile file) : SqliteContender(name, file)
{
    private static readonly string[] TransactionWords = ["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"];

    protected SqliteConnection Connection { get; } = file.Open();

    /// <summary>Counted by SQLite itself.</summary>
    public override async ValueTask<int> CountStatementsAsync(Func<ValueTask<object?>> work)
    {
        var count = 0;
        raw.sqlite3_trace(Connection.Handle, (_, sql) => count += Array.Exists(TransactionWords, word => sql.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ? 0 : 1, null);
        _ = await work();
        raw.sqlite3_trace(Connection.Handle, (strdelegate_trace)null!, null);
        return count;
    }

    public override ValueTask ResetAsync()
    {
        using var command = Connection.CreateCommand();
        command.CommandText = ResetSql;
        command.ExecuteNonQuery();
        return default;
    }

    public override ValueTask DisposeAsync() => Connection.DisposeAsync();
}
