using Microsoft.Data.Sqlite;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>A file with the rows of a dataset.</summary>
internal sealed record SqliteFile(string Path, Dataset Data)
{
    public string ConnectionString => $"Data Source={Path};Pooling=False;Foreign Keys=True";

    /// <summary>Opens a connection that is set up as those of Relations are.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL";
        command.ExecuteNonQuery();
        return connection;
    }
}
