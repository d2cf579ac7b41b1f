using Relations.Benchmarks.Contenders.PostgreSql;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>The contenders on one kind of database.</summary>
internal abstract class ContenderSet : IAsyncDisposable
{
    /// <summary>The databases there are contenders for.</summary>
    private static readonly Dictionary<string, Func<ContenderSet>> Sets = new(StringComparer.Ordinal)
    {
        ["sqlite"] = static () => new SqliteContenders(),
        ["postgresql"] = static () => new PostgreSqlContenders(),
    };

    /// <summary>What the command line and the report call the database.</summary>
    public abstract string Database { get; }

    /// <summary>Whether the database does its work in this process, and not in a server.</summary>
    public abstract bool IsInProcess { get; }

    /// <summary>The contenders on a database.</summary>
    /// <exception cref="ArgumentException">There are none for this database.</exception>
    public static ContenderSet For(string database) => Sets.TryGetValue(database, out var open)
        ? open()
        : throw new ArgumentException($"There are no contenders for the database '{database}' yet; there are for: {string.Join(", ", Sets.Keys)}.");

    /// <summary>Makes the contenders that do this work, each ready to do it.</summary>
    public abstract ValueTask<IReadOnlyList<Contender>> OpenAsync(WorkItem work);

    /// <summary>How to find the time of processors that the database's server has taken so far; none where there is no server.</summary>
    public virtual ValueTask<Func<TimeSpan>> ServerTimeAsync() => new(static () => TimeSpan.Zero);

    public abstract ValueTask DisposeAsync();
}
