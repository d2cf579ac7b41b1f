using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Relations.ManyServers.Harness;

/// <summary>The servers that build/postgres.sh has started, one variable for each kind.</summary>
internal static class Servers
{
    private static int databases;

    /// <summary>One server, and no pooler before it.</summary>
    public static string One() => Given("RELATIONS_POSTGRESQL_DIRECT", orElse: "RELATIONS_POSTGRESQL", "start")[0];

    /// <summary>A primary and its streaming replica.</summary>
    public static (string Primary, string Replica) Replicated()
    {
        var given = Given("RELATIONS_POSTGRESQL_REPLICATED", orElse: null, "start replicated");
        return (given[0], given[1]);
    }

    /// <summary>Three servers.</summary>
    public static IReadOnlyList<string> Sharded() => Given("RELATIONS_POSTGRESQL_SHARDED", orElse: null, "start sharded");

    /// <summary>How long the tests under load run.</summary>
    public static TimeSpan LoadTime { get; } =
        TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("RELATIONS_LOAD_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 5);

    /// <summary>Makes an empty database and returns the server's connection string with its name.</summary>
    public static async Task<string> CreateDatabaseAsync(string server)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"servers_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        await RunAsync(server, $"CREATE DATABASE {name}");
        return Named(server, name);
    }

    public static async Task DropDatabaseAsync(string server, string connectionString) =>
        await RunAsync(server, $"DROP DATABASE {DatabaseOf(connectionString)} WITH (FORCE)");

    public static string Named(string server, string database) => new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString();

    public static string DatabaseOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    public static int PortOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Port;

    /// <summary>Runs a script beside the library.</summary>
    public static async Task<object?> RunAsync(string connectionString, string script)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(script, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Has build/postgres.sh do something to a server: <c>halt replica</c>, <c>run replica</c>, <c>crash primary</c>.</summary>
    public static async Task ControlAsync(string verb, string server)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Relations.sln")))
        {
            folder = folder.Parent!;
        }

        using var script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(folder.FullName, "build", "postgres.sh"), verb, server]))!;
        await script.WaitForExitAsync();
        Assert.That(script.ExitCode, Is.Zero, $"build/postgres.sh {verb} {server}");
    }

    private static string[] Given(string variable, string? orElse, string start)
    {
        var given = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(given) && orElse is not null)
        {
            given = Environment.GetEnvironmentVariable(orElse);
        }

        if (string.IsNullOrEmpty(given))
        {
            Assert.Ignore($"Nothing ran here: {orElse ?? variable} names no server. export {orElse ?? variable}=\"$(build/postgres.sh {start})\" starts what these tests need.");
        }

        return given!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
