using System.Runtime.CompilerServices;

namespace Relations;

/// <summary>
/// The links of one source: each target with the through row that leads to it.
/// Not an <see cref="IAsyncEnumerable{T}"/>, so that the operators of System.Linq cannot filter on the client unnoticed.
/// </summary>
/// <typeparam name="TTarget">The target.</typeparam>
/// <typeparam name="TThrough">The through model.</typeparam>
public abstract class LinkQuery<TTarget, TThrough> where TTarget : class where TThrough : class
{
    private protected LinkQuery() { }

    /// <summary>Reads all links. A target that is linked several times is one object.</summary>
    public abstract ValueTask<List<Link<TTarget, TThrough>>> ToListAsync(CancellationToken cancellationToken = default);

    /// <summary>How many links there are.</summary>
    public abstract ValueTask<int> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the links one by one. A query with inclusions, or one in a transaction, is read whole before the first.</summary>
    public abstract IAsyncEnumerable<Link<TTarget, TThrough>> AsAsyncEnumerable();

    /// <summary>The statement that reads the links, and its parameters, for a person to look at.</summary>
    public abstract string ToSql();

    /// <summary>Reads the links one by one, for <c>await foreach</c>.</summary>
    public IAsyncEnumerator<Link<TTarget, TThrough>> GetAsyncEnumerator(CancellationToken cancellationToken = default) => AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);

    /// <summary>Reads the links one by one until it is cancelled, for <c>await foreach</c>.</summary>
    public ConfiguredCancelableAsyncEnumerable<Link<TTarget, TThrough>> WithCancellation(CancellationToken cancellationToken) => AsAsyncEnumerable().WithCancellation(cancellationToken);
}
