using Relations.Definitions;
using Relations.Sessions;

namespace Relations.Repositories;

/// <summary>Adds a target of a polymorphic relation to the table of its own type, and its link.</summary>
internal sealed class PolymorphicWriting<TTarget, TThrough, TKey>(Session session, TTarget target, Linking<TThrough, TKey> linking, CancellationToken cancellationToken) : IConcreteTypeVisitor<TTarget, ValueTask<TTarget>>
    where TTarget : class where TThrough : class where TKey : notnull
{
    public ValueTask<TTarget> Visit<TConcrete>(ConcreteType<TTarget, TConcrete> type) where TConcrete : class, TTarget
    {
        var entity = (TConcrete)target;
        Writing.RejectRelationData(type.TypedDefinition, entity);
        return session.RunAsync<(Linking<TThrough, TKey> Linking, TConcrete Entity, ConcreteType<TTarget, TConcrete> Type, Session Session), TTarget>(
            linking.AccessToCreate(type.KeyToProperties),
            (linking, entity, type, session),
            static async (connection, state, cancel) =>
            {
                await state.Linking.RequireSourceAsync(connection, cancel).ConfigureAwait(false);
                return await state.Linking.Link.CreateAsync(connection, state.Session.Dialect, state.Type.TypedDefinition, state.Entity, state.Type.KeyToProperties, new(state.Type.KeyMapping), cancel).ConfigureAwait(false);
            },
            cancellationToken);
    }
}
