using System.Globalization;
using Npgsql;

namespace Relations.PostgreSql.Tests;

/// <summary>A database of its own on the server that the tests are given, which is deleted with it.</summary>
internal sealed class ServerDatabase : IAsyncDisposable
{
    public const string Variable = "RELATIONS_POSTGRESQL";

    // The server itself, where the other one is a pooler before it: what a connection keeps is tested here.
    private static readonly string? Server = Given(Variable + "_DIRECT") ?? Given(Variable);
    private static int databases;

    private readonly string name;

    private ServerDatabase(string name, string settings)
    {
        this.name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder($"{Server};{settings}") { Database = name }.ToString();
        Database = new PostgreSqlDatabase(ConnectionString);
    }

    public string ConnectionString { get; }

    public PostgreSqlDatabase Database { get; }

    /// <summary>Makes an empty database; where there is no server, the test is skipped.</summary>
    /// <param name="settings">Settings of Npgsql's for the connection string.</param>
    public static async Task<ServerDatabase> CreateAsync(string settings = "")
    {
        if (Server is null)
        {
            Assert.Ignore($"{Variable} names no server. Start one with build/postgres.sh start, which prints its connection string.");
        }

        var own = string.Create(CultureInfo.InvariantCulture, $"relations_provider_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        await RunAsync(Server!, $"CREATE DATABASE {own}");
        return new(own, settings);
    }

    /// <summary>The connection string with other settings of Npgsql's.</summary>
    public string ConnectionStringWith(string settings) => new NpgsqlConnectionStringBuilder($"{ConnectionString};{settings}").ToString();

    /// <summary>Runs a script beside the library.</summary>
    public Task RunAsync(string script) => RunAsync(ConnectionString, script);

    /// <summary>Another connection, of Npgsql alone.</summary>
    public async Task<NpgsqlConnection> OpenOtherAsync()
    {
        var connection = new NpgsqlConnection(ConnectionStringWith("Pooling=False"));
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await RunAsync(Server!, $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static string? Given(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : null;

    private static async Task RunAsync(string connectionString, string script)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(script, connection);
        await command.ExecuteNonQueryAsync();
    }
}
