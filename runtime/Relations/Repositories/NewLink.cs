using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>A link that is to be written: the source, and what the through row carries.</summary>
/// <param name="through">The through model and its keys.</param>
/// <param name="sourceKey">The source's key.</param>
/// <param name="row">A through row with the data to carry, or null when there is none.</param>
internal sealed class NewLink<TThrough, TTargetKey>(ThroughDefinition through, Parameter sourceKey, TThrough? row) where TThrough : class where TTargetKey : notnull
{
    private readonly ColumnPlaces columns = new(
        through.Model,
        property => row is not null && Array.IndexOf(through.Pair, property) < 0 && !property.Is(PropertyKinds.Computed | PropertyKinds.Generated));

    public ThroughDefinition Through => through;

    /// <summary>Links one target; returns how many rows were added.</summary>
    public ValueTask<int> WriteAsync(Connection connection, SqlDialect dialect, TTargetKey targetKey, CancellationToken cancellationToken) =>
        Writing.RunAsync(
            connection,
            dialect,
            (link: this, targetKey),
            static (sql, state) => InsertRenderer.WriteLink(sql, state.link.Through, state.link.SourceKey, new ValueParameter<TTargetKey>(state.targetKey), state.link.columns, state.link.Values),
            cancellationToken);

    /// <summary>Links many targets; returns how many rows were added.</summary>
    public ValueTask<int> WriteAllAsync(Connection connection, SqlDialect dialect, List<TTargetKey> targetKeys, CancellationToken cancellationToken) =>
        Writing.RunAsync(
            connection,
            dialect,
            (link: this, targetKeys),
            static (sql, state) => InsertRenderer.WriteLinks(sql, state.link.Through, state.link.SourceKey, new ListParameter<TTargetKey>(state.targetKeys), state.link.columns, state.link.Values),
            cancellationToken);

    private Parameter SourceKey => sourceKey;

    private Parameter? Values => row is null ? null : new EntityParameter<TThrough>((EntityDefinition<TThrough>)through.Model, columns, foreignKey: null) { Entity = row };
}
