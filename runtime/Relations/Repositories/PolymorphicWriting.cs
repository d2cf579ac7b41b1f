using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>Adds a target of a polymorphic relation to the table of its own type.</summary>
internal sealed class PolymorphicWriting<TTarget, TKey>(TTarget target) : IConcreteTypeVisitor<TTarget, Func<Connection, SqlDialect, CancellationToken, ValueTask<(TTarget Stored, TKey Key)>>>
    where TTarget : class where TKey : notnull
{
    public Func<Connection, SqlDialect, CancellationToken, ValueTask<(TTarget Stored, TKey Key)>> Visit<TConcrete>(ConcreteType<TTarget, TConcrete> type) where TConcrete : class, TTarget
    {
        var entity = (TConcrete)target;
        Writing.RejectRelationData(type.TypedDefinition, entity);
        return async (connection, dialect, cancel) =>
        {
            var stored = await Writing.InsertAsync(connection, dialect, type.TypedDefinition, entity, foreignKey: null, replace: false, cancel).ConfigureAwait(false);
            return (stored, new KeyType<TKey>(type.KeyMapping).TryTake(type.TypedDefinition, stored, type.KeyToProperties, out var key) ? key : throw new ConstraintException($"The new {type.Definition.Name} has no {type.KeyTo} by which it could be linked; give it one."));
        };
    }
}
