using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>Of targets of several types, adds those of one type to its table, and their links: checked at once, written when a connection is there.</summary>
/// <param name="dialect">How statements are written.</param>
/// <param name="targets">All targets.</param>
/// <param name="places">Which of them are of the type.</param>
/// <param name="link">The link of each.</param>
/// <param name="stored">Takes the targets as they were stored, each at its own place.</param>
internal sealed class PolymorphicBatch<TTarget, TThrough, TKey>(SqlDialect dialect, IReadOnlyList<TTarget> targets, List<int> places, NewLink<TThrough, TKey> link, TTarget[] stored)
    : IConcreteTypeVisitor<TTarget, Func<Connection, CancellationToken, ValueTask>>
    where TTarget : class where TThrough : class where TKey : notnull
{
    public Func<Connection, CancellationToken, ValueTask> Visit<TConcrete>(ConcreteType<TTarget, TConcrete> type) where TConcrete : class, TTarget
    {
        var ofType = places.ConvertAll(place => (TConcrete)targets[place]);
        ofType.ForEach(target => Writing.RejectRelationData(type.TypedDefinition, target));
        return async (connection, cancel) =>
        {
            var added = await link.CreateAllAsync(connection, dialect, type.TypedDefinition, ofType, type.KeyToProperties, new(type.KeyMapping), cancel).ConfigureAwait(false);
            for (var index = 0; index < added.Count; index++)
            {
                stored[places[index]] = added[index];
            }
        };
    }
}
