using Npgsql;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>A database with the rows of a dataset.</summary>
internal sealed record ClinicDatabase(string ConnectionString, Dataset Data)
{
    /// <summary>A data source as a careful person sets it up: statements are prepared when they come a second time, and nothing is reset that nobody has set.</summary>
    public NpgsqlDataSource OpenSource(StatementCounter counter) =>
        new NpgsqlDataSourceBuilder($"{ConnectionString};Max Auto Prepare=64;Auto Prepare Min Usages=2;No Reset On Close=true").UseLoggerFactory(counter).Build();

    /// <summary>Runs statements on a connection that nobody measures.</summary>
    public async ValueTask ExecuteAsync(params string[] statements)
    {
        await using var connection = await OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            _ = await command.ExecuteNonQueryAsync();
        }
    }

    public async ValueTask<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
