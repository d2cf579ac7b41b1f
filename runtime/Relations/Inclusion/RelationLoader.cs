using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>Includes one relation into the sources of one level: collects their keys while they are read, then fills them all.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
internal abstract class RelationLoader<TSource> where TSource : class
{
    /// <summary>Takes the key of the next source from its row.</summary>
    public abstract void Add<TReader>(ref TReader row) where TReader : struct, IRowReader;

    /// <summary>Takes the key of the next source, which somebody has at hand.</summary>
    public abstract void Add(TSource source);

    /// <summary>Tells the statements that it will run, where they depend on no rows but those of the sources.</summary>
    /// <param name="statements">Where to add them.</param>
    /// <param name="hasSources">Whether the sources have been read; else the statements must not depend on them either.</param>
    public virtual bool TryReadAhead(List<Action<SqlWriter>> statements, bool hasSources) => false;

    /// <summary>Fills the relation of the sources, which are in the order in which they were added.</summary>
    public abstract ValueTask LoadAsync(Connection connection, IReadOnlyList<TSource> sources, CancellationToken cancellationToken);
}
