using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>A way to do the work, on a database of its own.</summary>
internal abstract class Contender(string name) : IAsyncDisposable
{
    /// <summary>The one that all are compared with.</summary>
    public const string Baseline = "ADO.NET";

    /// <summary>What all this is about.</summary>
    public const string Ours = "Relations";

    public string Name { get; } = name;

    /// <summary>Null, as those below, where it does not take part.</summary>
    public virtual IIncludes? Includes => null;

    public virtual IFinds? Finds => null;

    public virtual IWrites? Writes => null;

    /// <summary>Finds that many tasks may run at once.</summary>
    public virtual IFinds? SharedFinds => null;

    /// <summary>Does some work and counts the statements that reach the database, without those that begin and end transactions.</summary>
    public abstract ValueTask<int> CountStatementsAsync(Func<ValueTask<object?>> work);

    /// <summary>The rows that are there beyond those of the dataset, a line each.</summary>
    public abstract ValueTask<IReadOnlyList<string>> ReadAddedAsync();

    /// <summary>Deletes the rows that are there beyond those of the dataset.</summary>
    public abstract ValueTask ResetAsync();

    public abstract ValueTask DisposeAsync();
}
