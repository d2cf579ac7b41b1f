using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>A link that is to be written: the source, and what the through row carries.</summary>
/// <param name="through">The through model and its keys.</param>
/// <param name="sourceKey">The source's key.</param>
/// <param name="targetKey">How keys to the target are bound.</param>
/// <param name="row">A through row with the data to carry, or null when there is none.</param>
internal sealed class NewLink<TThrough, TTargetKey>(ThroughDefinition through, Parameter sourceKey, KeyType<TTargetKey> targetKey, TThrough? row) where TThrough : class where TTargetKey : notnull
{
    private readonly ColumnPlaces columns = row is null ? through.NoColumns : through.DataColumns;

    public ThroughDefinition Through => through;

    /// <summary>Links one target; returns how many rows were added.</summary>
    public ValueTask<int> WriteAsync(Connection connection, SqlDialect dialect, TTargetKey key, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            dialect,
            (link: this, key: targetKey.ParameterOf(key)),
            static (sql, state) => InsertRenderer.WriteLink(sql, state.link.Through, state.link.SourceKey, state.key, state.link.columns, state.link.Values),
            cancellationToken);

    /// <summary>Links many targets; returns how many rows were added.</summary>
    public ValueTask<int> WriteAllAsync(Connection connection, SqlDialect dialect, List<TTargetKey> keys, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            dialect,
            (link: this, keys: targetKey.ListOf(keys)),
            static (sql, state) => InsertRenderer.WriteLinks(sql, state.link.Through, state.link.SourceKey, state.keys, state.link.columns, state.link.Values),
            cancellationToken);

    private Parameter SourceKey => sourceKey;

    private Parameter? Values => row is null ? null : new EntityParameter<TThrough>((EntityDefinition<TThrough>)through.Model, columns, foreignKey: null) { Entity = row };
}
