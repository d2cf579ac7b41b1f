using System.Diagnostics.CodeAnalysis;
using Relations.Definitions;
using Relations.Querying;
using Relations.Schema;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>A link that is to be written: the source, and what the through row carries.</summary>
/// <param name="through">The through model and its keys.</param>
/// <param name="sourceKey">The source's key.</param>
/// <param name="targetKey">How keys to the target are bound.</param>
/// <param name="carried">What to carry, or null when there is nothing.</param>
internal sealed class NewLink<TThrough, TTargetKey>(ThroughDefinition through, Parameter sourceKey, KeyType<TTargetKey> targetKey, ThroughData<TThrough>? carried) where TThrough : class where TTargetKey : notnull
{
    private readonly LinkData<TThrough>? data = carried is null ? null : new(through, sourceKey, carried);
    private readonly ColumnPlaces columns = carried is null ? through.NoColumns : through.DataColumns;
    private TThrough? rowWithoutKey;

    public ThroughDefinition Through => through;

    /// <summary>Links one target; returns how many rows were added: none where the pair is unique and there, or where a trigger kept the row out.</summary>
    public ValueTask<int> WriteAsync(Connection connection, SqlDialect dialect, TTargetKey key, CancellationToken cancellationToken)
    {
        var parameter = targetKey.ParameterOf(key);
        return AdvisedAsync(dialect, columns, connection.ExecuteAsync(
            dialect,
            (link: this, key: parameter, values: ValuesOf(data?.RowOf(parameter))),
            static (sql, state) => InsertRenderer.WriteLink(sql, state.link.Through, state.link.SourceKey, state.key, state.link.columns, state.values),
            cancellationToken));
    }

    /// <summary>The through rows of links to these targets; a single one where all carry the same, and none where they carry nothing.</summary>
    public List<TThrough> RowsOf(List<TTargetKey> keys) => data is null ? [] : data.RowsOf(keys.Count, place => targetKey.ParameterOf(keys[place]));

    /// <summary>What it takes to write links with these rows, all or none.</summary>
    public static Access AccessToWrite(List<TThrough> rows) => rows.Count > 1 ? Access.Write | Access.Atomic : Access.Write;

    /// <summary>Links many targets; returns how many rows were added: fewer where the pair is unique and some are there, or where a trigger kept some out.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="dialect">How its database writes SQL.</param>
    /// <param name="keys">The keys of the targets.</param>
    /// <param name="rows">What <see cref="RowsOf"/> made of them. Callers see to the transaction that <see cref="AccessToWrite"/> asks for.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public ValueTask<int> WriteAllAsync(Connection connection, SqlDialect dialect, List<TTargetKey> keys, List<TThrough> rows, CancellationToken cancellationToken) => rows.Count > 1
        ? AdvisedAsync(dialect, through.LinkColumns, WriteEachAsync(connection, dialect, rows, cancellationToken))
        : AdvisedAsync(dialect, columns, connection.ExecuteAsync(
            dialect,
            (link: this, keys: targetKey.ListOf(keys), values: ValuesOf(rows.FirstOrDefault())),
            static (sql, state) => InsertRenderer.WriteLinks(sql, state.link.Through, state.link.SourceKey, state.keys, state.link.columns, state.values),
            cancellationToken));

    /// <summary>What it takes to add a target and link it, both or neither: one statement, where the database has such and the link's key is known to have a value.</summary>
    public Access AccessToCreate(SqlDialect dialect, IReadOnlyList<PropertyDefinition> keyTo) =>
        dialect.HasWritingSubqueries && keyTo.All(static part => !part.Is(PropertyKinds.Computed)) && IsMadeWithoutKey() ? Access.Write : Access.Write | Access.Atomic;

    /// <summary>Adds a target and links it; returns it as it was stored. Callers see to the transaction that <see cref="AccessToCreate"/> asks for.</summary>
    /// <exception cref="ConstraintException">The target has no key by which it could be linked.</exception>
    public ValueTask<TTarget> CreateAsync<TTarget>(Connection connection, SqlDialect dialect, EntityDefinition<TTarget> definition, TTarget target, IReadOnlyList<PropertyDefinition> keyTo, KeyType<TTargetKey> keyType, CancellationToken cancellationToken)
        where TTarget : class =>
        AccessToCreate(dialect, keyTo) == Access.Write
            ? CreateInOneAsync(connection, dialect, definition, target, keyTo, keyType, cancellationToken)
            : CreateInTwoAsync(connection, dialect, definition, target, keyTo, keyType, cancellationToken);

    /// <summary>Adds targets and links them; returns them as they were stored. Callers see to the transaction.</summary>
    /// <exception cref="ConstraintException">A target has no key by which it could be linked.</exception>
    public async ValueTask<List<TTarget>> CreateAllAsync<TTarget>(Connection connection, SqlDialect dialect, EntityDefinition<TTarget> definition, List<TTarget> targets, IReadOnlyList<PropertyDefinition> keyTo, KeyType<TTargetKey> keyType, CancellationToken cancellationToken)
        where TTarget : class
    {
        var stored = await Writing.InsertAsync(connection, dialect, definition, targets, foreignKey: null, replace: false, cancellationToken).ConfigureAwait(false);
        var keys = stored.ConvertAll(target => keyType.TryTake(definition, target, keyTo, out var key) ? key : throw HasNoKey(definition, keyTo));
        if (await WriteAllAsync(connection, dialect, keys, RowsOf(keys), cancellationToken).ConfigureAwait(false) < keys.Count)
        {
            await RequireLinkedAsync(connection, dialect, keys, cancellationToken).ConfigureAwait(false);
        }

        return stored;
    }

    private async ValueTask<TTarget> CreateInOneAsync<TTarget>(Connection connection, SqlDialect dialect, EntityDefinition<TTarget> definition, TTarget target, IReadOnlyList<PropertyDefinition> keyTo, KeyType<TTargetKey> keyType, CancellationToken cancellationToken)
        where TTarget : class
    {
        Writing.RejectUnsetKey(definition, [target], foreignKey: null);
        if (!keyTo.All(static part => part.Is(PropertyKinds.Generated)) && !keyType.TryTake(definition, target, keyTo, out _))
        {
            throw HasNoKey(definition, keyTo);
        }

        var sink = new FirstSink<TTarget>(definition);
        var brought = Writing.ColumnsOf(definition, target, foreignKey: null);
        try
        {
            await ReadAsync(
                connection,
                dialect,
                (link: this, definition, brought, values: ValuesOf(rowWithoutKey), target: new EntityParameter<TTarget>(definition, brought, foreignKey: null) { Entity = target }, keyTo),
                static (sql, state) => InsertRenderer.WriteLinkedRow(sql, state.definition, state.brought, state.target, state.keyTo, state.link.Through, state.link.SourceKey, state.link.columns, state.values),
                sink,
                cancellationToken).ConfigureAwait(false);
        }
        catch (RelationsException problem)
        {
            Writing.Explain(problem, dialect, definition, [target], brought, foreignKey: null);
            Writing.AdviseOnMadeKey(problem, dialect, through.Model, columns);
            throw;
        }

        return sink.Entity ?? throw Writing.PassedOver(definition);
    }

    private async ValueTask<TTarget> CreateInTwoAsync<TTarget>(Connection connection, SqlDialect dialect, EntityDefinition<TTarget> definition, TTarget target, IReadOnlyList<PropertyDefinition> keyTo, KeyType<TTargetKey> keyType, CancellationToken cancellationToken)
        where TTarget : class
    {
        var stored = await Writing.InsertAsync(connection, dialect, definition, target, foreignKey: null, replace: false, cancellationToken).ConfigureAwait(false);
        var key = keyType.TryTake(definition, stored, keyTo, out var found) ? found : throw HasNoKey(definition, keyTo);
        if (await WriteAsync(connection, dialect, key, cancellationToken).ConfigureAwait(false) == 0)
        {
            await RequireLinkedAsync(connection, dialect, [key], cancellationToken).ConfigureAwait(false);
        }

        return stored;
    }

    private async ValueTask<int> WriteEachAsync(Connection connection, SqlDialect dialect, List<TThrough> rows, CancellationToken cancellationToken)
    {
        var values = new EntityParameter<TThrough>((EntityDefinition<TThrough>)through.Model, through.LinkColumns, foreignKey: null);
        var sink = new CountSink();
        var sql = SqlWriter.Rent(dialect);
        InsertRenderer.WriteLinkRow(sql, through, values);
        await connection.ReadManyAsync(sql.Statement, rows.Count, place => values.Entity = rows[place], sink, cancellationToken).ConfigureAwait(false);
        sql.Return();
        return sink.Count;
    }

    /// <summary>Whether the link's row can be made before its target has a key: a through model's constructor may refuse one that is 0.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever it throws, it is asked again with the key, and then its error is the operation's.")]
    private bool IsMadeWithoutKey()
    {
        try
        {
            rowWithoutKey ??= data?.RowOf(targetKey: null);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>What was written, or its error with what to do about a key that the database has made.</summary>
    private ValueTask<int> AdvisedAsync(SqlDialect dialect, ColumnPlaces columns, ValueTask<int> writing)
    {
        return writing.IsCompletedSuccessfully ? writing : AwaitAsync();

        async ValueTask<int> AwaitAsync()
        {
            try
            {
                return await writing.ConfigureAwait(false);
            }
            catch (RelationsException problem)
            {
                Writing.AdviseOnMadeKey(problem, dialect, through.Model, columns);
                throw;
            }
        }
    }

    /// <summary>Runs a statement that fails by itself where a link was passed over.</summary>
    private async ValueTask ReadAsync<TState>(Connection connection, SqlDialect dialect, TState state, Action<SqlWriter, TState> write, RowSink sink, CancellationToken cancellationToken)
    {
        try
        {
            await connection.ReadAsync(dialect, state, write, sink, cancellationToken).ConfigureAwait(false);
        }
        catch (RelationsException problem) when (dialect.IsUnmet(problem))
        {
            throw Writing.PassedOver(through.Model);
        }
    }

    /// <summary>Refuses to go on where a link is missing; a unique pair may have been there.</summary>
    private async ValueTask RequireLinkedAsync(Connection connection, SqlDialect dialect, List<TTargetKey> keys, CancellationToken cancellationToken)
    {
        var areLinked = through.IsPairDeclaredUnique;
        for (var place = 0; areLinked && place < keys.Count; place++)
        {
            areLinked = await IsLinkedAsync(connection, dialect, keys[place], cancellationToken).ConfigureAwait(false);
        }

        if (!areLinked)
        {
            await RejectPassedOverAsync(connection, dialect, cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask<bool> IsLinkedAsync(Connection connection, SqlDialect dialect, TTargetKey key, CancellationToken cancellationToken)
    {
        var links = QuerySpecification.Of(through.Model);
        return Reading.AnyAsync(
            connection,
            dialect,
            links.Constrain(QuerySpecification.OfTypes(links.Target, through))
                .Constrain(links.Target.KeyIs(through.KeyFromProperties, sourceKey))
                .Constrain(links.Target.KeyIs(through.KeyToProperties, targetKey.ParameterOf(key))),
            cancellationToken);
    }

    /// <summary>Refuses to go on where the link is missing. Of a view, SQLite does not count what a trigger writes into the tables behind it.</summary>
    private async ValueTask RejectPassedOverAsync(Connection connection, SqlDialect dialect, CancellationToken cancellationToken)
    {
        var stored = await StoredSchema.ReadAsync(connection, dialect, [through.Model], cancellationToken).ConfigureAwait(false);
        if (stored[0].HasConstraints)
        {
            throw Writing.PassedOver(through.Model);
        }
    }

    private static ConstraintException HasNoKey(EntityDefinition definition, IReadOnlyList<PropertyDefinition> keyTo) =>
        new($"The new {definition.Name} has no {string.Join(", ", keyTo.Select(static part => part.Name))} by which it could be linked; give it one.", [.. keyTo.Select(Writing.MustBeGiven)]);

    private Parameter SourceKey => sourceKey;

    private Parameter? ValuesOf(TThrough? row) => row is null ? null : data!.ValuesOf(row, columns);
}
