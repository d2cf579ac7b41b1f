using System.Runtime.CompilerServices;
using Relations.Definitions;
using Relations.Inclusion;
using Relations.Querying;
using Relations.Repositories;
using Relations.Sessions;

namespace Relations;

/// <summary>
/// All rows of an entity. A generated repository derives from it. Not itself a <see cref="Query{TEntity,TKey,TProperties,TPatch}"/>:
/// what changes the whole table has names of its own.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TKey">Its primary key.</typeparam>
/// <typeparam name="TProperties">Its properties.</typeparam>
/// <typeparam name="TPatch">Its patch.</typeparam>
public abstract class EntityRepository<TEntity, TKey, TProperties, TPatch> : EntityQuery<Query<TEntity, TKey, TProperties, TPatch>, TEntity, TKey, TProperties, TPatch>
    where TEntity : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
{
    /// <summary>Makes the repository.</summary>
    /// <param name="session">Where its statements run.</param>
    /// <param name="definition">What the entity is.</param>
    protected EntityRepository(Session session, EntityDefinition<TEntity, TKey> definition) : base(new(session, definition, resolvers: null), QuerySpecification.Of(definition))
    {
    }

    /// <summary>Where the statements run.</summary>
    public Session Session => Context.Session;

    /// <summary>Which relations can be included, and by whom.</summary>
    public InclusionResolvers InclusionResolvers => Context.Resolvers;

    /// <summary>Adds a row.</summary>
    /// <returns>The row as it was stored, with generated values; the argument is not changed.</returns>
    /// <exception cref="NavigationPropertyException">The entity carries data of a relation.</exception>
    /// <exception cref="ConstraintException">Its key is a Guid that nobody has set, or the database refused or passed over a value or the row.</exception>
    /// <exception cref="UniqueViolationException">A row with the same key or unique value exists.</exception>
    /// <exception cref="ForeignKeyViolationException">It refers to a row that does not exist.</exception>
    public ValueTask<TEntity> CreateAsync(TEntity entity, CancellationToken cancellationToken = default)
    {
        Writing.RejectRelationData(Context.Definition, entity);
        return Session.RunAsync(
            Access.Write,
            (Context, entity),
            static (connection, state, cancel) => Writing.InsertAsync(connection, state.Context.Dialect, state.Context.Definition, state.entity, foreignKey: null, replace: false, cancel),
            cancellationToken);
    }

    /// <summary>Adds rows, all or none.</summary>
    /// <returns>The rows as they were stored, in the same order.</returns>
    /// <inheritdoc cref="CreateAsync" path="/exception"/>
    public ValueTask<List<TEntity>> CreateAllAsync(IEnumerable<TEntity> entities, CancellationToken cancellationToken = default)
    {
        var list = Writing.Checked(Context.Definition, entities);
        return list.Count == 0
            ? new([])
            : Session.RunAsync(
                Access.Write | Access.Atomic,
                (Context, list),
                static (connection, state, cancel) => Writing.InsertAsync(connection, state.Context.Dialect, state.Context.Definition, state.list, foreignKey: null, replace: false, cancel),
                cancellationToken);
    }

    /// <summary>Adds the row, or gives the row with the same primary key its values, all of them.</summary>
    /// <returns>The row as it was stored, with its new concurrency token; the argument is not changed.</returns>
    /// <exception cref="ConcurrencyException">The row was changed since the entity was read.</exception>
    /// <inheritdoc cref="CreateAsync" path="/exception"/>
    public async ValueTask<TEntity> SaveAsync(TEntity entity, CancellationToken cancellationToken = default)
    {
        Writing.RejectRelationData(Context.Definition, entity);
        var stored = await Session.RunAsync(
            Access.Write,
            (Context, entity),
            static (connection, state, cancel) => Writing.InsertAsync(connection, state.Context.Dialect, state.Context.Definition, [state.entity], foreignKey: null, replace: true, cancel),
            cancellationToken).ConfigureAwait(false);
        return stored.Count == 0 ? throw ChangedSince(Context.Definition.KeyOf(entity)) : stored[0];
    }

    /// <summary>Writes all columns of the entity into its row.</summary>
    /// <remarks>
    /// Also those that <see cref="Selection{TSelf,TProperties}.Fields"/> left out when it was read. The argument is not changed: it keeps the concurrency token that it has, so that
    /// updating with the same object again is a <see cref="ConcurrencyException"/>; <see cref="SaveAsync"/> returns the row with the new token.
    /// </remarks>
    /// <exception cref="EntityNotFoundException">There is no such row.</exception>
    /// <exception cref="ConstraintException">The database refused a value, or a trigger kept the row as it is without an error.</exception>
    /// <exception cref="NavigationPropertyException">The entity carries data of a relation.</exception>
    /// <exception cref="ConcurrencyException">The row was changed since the entity was read.</exception>
    public ValueTask UpdateAsync(TEntity entity, CancellationToken cancellationToken = default)
    {
        Writing.RejectRelationData(Context.Definition, entity);
        return ReplaceAsync(Context.Definition.KeyOf(entity), entity, cancellationToken);
    }

    /// <summary>Gives the row with this primary key all values of the entity.</summary>
    /// <exception cref="ConstraintException">The entity's own key is another one; a part that has its type's default value, or is an empty text, is none.</exception>
    /// <inheritdoc cref="UpdateAsync" path="/exception"/>
    public ValueTask ReplaceByIdAsync(TKey id, TEntity entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        Writing.RejectRelationData(Context.Definition, entity);
        ConstrainedKey.Check(Context.Definition, entity, new(Context.Definition.PrimaryKey, new KeyParameter<TEntity, TKey>(Context.Definition, id)));
        return ReplaceAsync(id, entity, cancellationToken);
    }

    /// <summary>Gives the row with this primary key new values; it keeps what the patch does not assign. A concurrency token is moved on and not compared.</summary>
    /// <exception cref="EntityNotFoundException">There is no such row.</exception>
    /// <exception cref="ConstraintException">The database refused a value, or a trigger kept the row as it is without an error.</exception>
    /// <exception cref="ArgumentException">The patch assigns nothing.</exception>
    public async ValueTask PatchByIdAsync(TKey id, TPatch patch, CancellationToken cancellationToken = default)
    {
        if (await new Query<TEntity, TKey, TProperties, TPatch>(Context, ById(id)).PatchAsync(patch, cancellationToken).ConfigureAwait(false) == 0)
        {
            throw await NothingWrittenAsync(id, "change", isCompared: false, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes the row with this primary key.</summary>
    /// <exception cref="EntityNotFoundException">There is no such row.</exception>
    /// <exception cref="ConstraintException">A trigger kept the row without an error.</exception>
    /// <exception cref="ForeignKeyViolationException">Other rows refer to it.</exception>
    public async ValueTask DeleteByIdAsync(TKey id, CancellationToken cancellationToken = default)
    {
        if (await new Query<TEntity, TKey, TProperties, TPatch>(Context, ById(id)).DeleteAsync(cancellationToken).ConfigureAwait(false) == 0)
        {
            throw await NothingWrittenAsync(id, "deletion", isCompared: false, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives every row of the table new values.</summary>
    /// <returns>How many rows were changed.</returns>
    /// <exception cref="ArgumentException">The patch assigns nothing.</exception>
    public ValueTask<int> PatchAllAsync(TPatch patch, CancellationToken cancellationToken = default) => With(Specification).PatchAsync(patch, cancellationToken);

    /// <summary>Deletes every row of the table.</summary>
    /// <returns>How many rows were deleted.</returns>
    /// <exception cref="ForeignKeyViolationException">Other rows refer to one of them.</exception>
    public ValueTask<int> DeleteAllAsync(CancellationToken cancellationToken = default) => With(Specification).DeleteAsync(cancellationToken);

    /// <summary>Loads a relation into entities at hand, in one statement for all of them.</summary>
    /// <param name="entities">The entities.</param>
    /// <param name="relation">The relation: <c>d => d.Patients</c>.</param>
    /// <param name="scope">What is wanted of its targets, counted for each entity.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="InvalidInclusionException">The relation is disabled. No statement has run.</exception>
    public ValueTask LoadAsync<TScope>(IReadOnlyCollection<TEntity> entities, Func<TProperties, RelationPath<TScope>> relation, Func<TScope, TScope>? scope = null, CancellationToken cancellationToken = default) =>
        LoadAsync(entities, Include(relation, scope).Specification, cancellationToken);

    /// <summary>Loads a relation into entities at hand, or what a resolver of your own fills.</summary>
    /// <param name="entities">The entities.</param>
    /// <param name="relation">The name of the relation, or the one under which the resolver is registered.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="InvalidInclusionException">There is nothing of this name, or it is disabled. No statement has run.</exception>
    public ValueTask LoadAsync(IReadOnlyCollection<TEntity> entities, string relation, CancellationToken cancellationToken = default) =>
        LoadAsync(entities, Include(relation).Specification, cancellationToken);

    /// <summary>Reads entities with a query of your own; values in the interpolated string become parameters. It must return every column of the entity, in any order.</summary>
    /// <exception cref="RelationsException">A column of the entity is missing in the result.</exception>
    public ValueTask<List<TEntity>> QueryAsync(SqlStatement sql, CancellationToken cancellationToken = default) =>
        Session.RunAsync(
            Access.Write | Access.Once,
            (statement: sql.ToStatement(Session.Dialect), Context.Definition),
            static async (connection, query, cancel) =>
            {
                var sink = new OwnRowSink<TEntity>(query.Definition);
                await connection.ReadAsync(query.statement, sink, cancel).ConfigureAwait(false);
                return sink.Entities;
            },
            cancellationToken);

    /// <summary>One source of a relation. Called by generated code.</summary>
    /// <param name="relation">The place of the relation among the entity's relations.</param>
    /// <param name="key">The source's key.</param>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    protected RelationSource Source(int relation, object key) => new(Session, Context.Definition.RelationAt(relation), key);

    /// <summary>The entity from whose key a relation starts.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    protected TEntity NotNull(TEntity? entity, [CallerArgumentExpression(nameof(entity))] string? parameter = null) => entity ?? throw new ArgumentNullException(parameter);

    private protected override Query<TEntity, TKey, TProperties, TPatch> With(QuerySpecification specification) => new(Context, specification);

    private object?[] StoredOf(TKey key) => StoredValues.Of(new KeyParameter<TEntity, TKey>(Context.Definition, key));

    private ConcurrencyException ChangedSince(TKey id) =>
        new($"{RowOf(id)} was changed since it was read; read it again and repeat the change.");

    private async ValueTask LoadAsync(IReadOnlyCollection<TEntity> entities, QuerySpecification query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var prepared = new Prepared<(EntityContext<TEntity, TKey> Context, QuerySpecification Query, IReadOnlyCollection<TEntity> Entities), EntityLoader<TEntity>>(
            (Context, query, entities),
            static state =>
            {
                var loader = new EntityLoader<TEntity>(state.Context.Definition, state.Query, state.Context.Inclusions);
                foreach (var entity in state.Entities)
                {
                    loader.Add(entity ?? throw new ArgumentNullException(nameof(entities), "An entity is null."));
                }

                return loader;
            });
        if (prepared.First.Entities.Count == 0)
        {
            return;
        }

        await Session.RunAsync(
            Access.Read | Access.Atomic,
            prepared,
            static async (connection, prepared, cancel) =>
            {
                await prepared.Take().LoadRelationsAsync(connection, cancel).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask ReplaceAsync(TKey id, TEntity entity, CancellationToken cancellationToken)
    {
        var definition = Context.Definition;
        var query = ById(id);
        foreach (var token in definition.ConcurrencyTokens)
        {
            query = query.Where(new ComparisonNode(query.Target.Column(token), ComparisonOperator.Same, new PropertyParameter<TEntity>(definition, entity, token)));
        }

        var changed = definition.UpdatedColumns.Count == 0 && definition.ConcurrencyTokens.Count == 0
            ? await Reading.CountAsync(Session.Primary, query, isOfLinks: false, cancellationToken).ConfigureAwait(false)
            : await Session.RunAsync(
                Access.Write,
                (Context, query, entity),
                static (connection, state, cancel) => Writing.ReplaceAsync(connection, state.Context.Dialect, state.Context.Definition, state.query, state.entity, cancel),
                cancellationToken).ConfigureAwait(false);
        if (changed == 0)
        {
            throw await NothingWrittenAsync(id, "change", isCompared: definition.ConcurrencyTokens.Count > 0, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The error of a statement by primary key that wrote nothing: there is no such row, its concurrency token is another one, or a trigger kept the statement from it.</summary>
    private async ValueTask<RelationsException> NothingWrittenAsync(TKey id, string what, bool isCompared, CancellationToken cancellationToken) =>
        !await Reading.AnyAsync(Session.Primary, ById(id), cancellationToken).ConfigureAwait(false) ? NotFound(id)
        : isCompared ? ChangedSince(id)
        : Writing.PassedOver(Context.Definition, $"the {what} of the {RowOf(id)}");
}
