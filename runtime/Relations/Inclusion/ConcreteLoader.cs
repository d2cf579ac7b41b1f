using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Inclusion;

/// <summary>Reads the targets of one type of a polymorphic relation by their keys, and includes their relations.</summary>
/// <typeparam name="TTarget">What all targets of the relation are.</typeparam>
/// <typeparam name="TKey">The key by which they are named.</typeparam>
internal abstract class ConcreteLoader<TTarget, TKey> where TTarget : class where TKey : notnull
{
    /// <summary>Asks for a target.</summary>
    public abstract void Add(TKey key);

    /// <summary>The target with this key, or null where there is none.</summary>
    public abstract TTarget? Find(TKey key);

    /// <summary>Reads the targets that were asked for, in one statement; in none where there are none.</summary>
    public abstract ValueTask LoadAsync(Connection connection, CancellationToken cancellationToken);
}
