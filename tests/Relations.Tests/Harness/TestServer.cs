namespace Relations.Tests.Harness;

/// <summary>The kinds of databases that the behaviours hold on.</summary>
public enum DatabaseKind
{
    Sqlite,
}

/// <summary>Gives tests their databases.</summary>
public abstract class TestServer : IDisposable
{
    public static IEnumerable<DatabaseKind> Kinds => Enum.GetValues<DatabaseKind>();

    public static TestServer Of(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => new SqliteServer(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A new empty database with all tables.</summary>
    public abstract ValueTask<TestDatabase> OpenAsync();

    public abstract void Dispose();
}
