namespace Relations.Tests.Harness;

/// <summary>The kinds of databases that the behaviours hold on.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>Gives tests their databases.</summary>
public abstract class TestServer : IDisposable
{
    /// <summary>Those that there is a server of; <see cref="PostgreSqlServerTests"/> tells where one is missing.</summary>
    public static IEnumerable<DatabaseKind> Kinds => PostgreSqlServer.ConnectionString is null ? [DatabaseKind.Sqlite] : Enum.GetValues<DatabaseKind>();

    public static TestServer Of(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => new SqliteServer(),
        DatabaseKind.PostgreSql => new PostgreSqlServer(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A new empty database with all tables.</summary>
    public abstract ValueTask<TestDatabase> OpenAsync();

    public abstract void Dispose();
}
