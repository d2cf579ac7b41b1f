using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>Runs what writes on a connection. Callers see to the transaction where several statements belong together.</summary>
internal static class Writing
{
    /// <summary>Refuses an entity that carries data of its relations.</summary>
    /// <exception cref="NavigationPropertyException">It does.</exception>
    public static void RejectRelationData<TEntity>(EntityDefinition<TEntity> definition, TEntity entity) where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(entity);
        foreach (var relation in definition.AllRelations)
        {
            if (((IRelationDefinition<TEntity>)relation).HasUserData(entity))
            {
                throw new NavigationPropertyException(NavigationPropertyException.Text(definition.Name, relation.Name));
            }
        }
    }

    /// <summary>The entities as a list in which none is null and none carries data of its relations.</summary>
    public static List<TEntity> Checked<TEntity>(EntityDefinition<TEntity> definition, IEnumerable<TEntity> entities) where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(entities);
        var list = new List<TEntity>(entities);
        foreach (var entity in list)
        {
            RejectRelationData(definition, entity);
        }

        return list;
    }

    /// <summary>Refuses new entities whose key is a Guid that nobody has set. The first would be stored, and the second break the key with nobody knowing why.</summary>
    /// <exception cref="ConstraintException">One of them has no key.</exception>
    public static void RejectUnsetKey<TEntity>(EntityDefinition<TEntity> definition, IReadOnlyList<TEntity> entities, ForeignKeyValue? foreignKey) where TEntity : class
    {
        if (definition.OwnGuidKey is not { } key || foreignKey?.Properties.Contains(key) == true)
        {
            return;
        }

        foreach (var entity in entities)
        {
            if (new EntityRow<TEntity>(definition, entity).GetGuid(key.Ordinal) == Guid.Empty)
            {
                throw new ConstraintException(
                    $"The new {definition.Name} has no {key.Name}, which is a Guid and its key; nothing was written. Give it one, such as Guid.NewGuid(), or have the database make it: [DatabaseGenerated(DatabaseGeneratedOption.Identity)].",
                    [MustBeGiven(key)]);
            }
        }
    }

    /// <summary>Refuses a patch without values.</summary>
    public static void RejectEmpty(Patch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        if (patch.IsEmpty)
        {
            throw new ArgumentException("The patch assigns nothing; assign at least one property.", nameof(patch));
        }
    }

    /// <summary>Adds rows; returns each as it was stored.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="dialect">How its database writes SQL.</param>
    /// <param name="definition">What the entities are.</param>
    /// <param name="entities">The entities.</param>
    /// <param name="foreignKey">A column whose value does not come from the entity, and the value.</param>
    /// <param name="replace">Whether rows with the same primary key get the new values.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ConstraintException">An entity has no key, or a trigger kept a row out without an error.</exception>
    public static async ValueTask<List<TEntity>> InsertAsync<TEntity>(Connection connection, SqlDialect dialect, EntityDefinition<TEntity> definition, IReadOnlyList<TEntity> entities, ForeignKeyValue? foreignKey, bool replace, CancellationToken cancellationToken)
        where TEntity : class
    {
        RejectUnsetKey(definition, entities, foreignKey);
        var sink = new ListSink<TEntity>(definition);
        var sql = SqlWriter.Rent(dialect);
        var end = 0;
        for (var first = 0; first < entities.Count; first = end)
        {
            var columns = ColumnsOf(definition, entities[first], foreignKey);
            var values = new EntityParameter<TEntity>(definition, columns, foreignKey);
            for (end = first + 1; end < entities.Count && ColumnsOf(definition, entities[end], foreignKey).AreSame(columns); end++)
            {
            }

            sql.Clear();
            InsertRenderer.WriteRow(sql, definition, columns, values, replace);
            var start = first;
            try
            {
                await connection.ReadManyAsync(sql.Statement, end - first, place => values.Entity = entities[start + place], sink, cancellationToken).ConfigureAwait(false);
            }
            catch (RelationsException problem)
            {
                Explain(problem, dialect, definition, entities, columns, foreignKey);
                throw;
            }
        }

        sql.Return();
        // Of a row that was changed since, saving one with a concurrency token returns nothing either.
        return sink.Entities.Count == entities.Count || (replace && definition.ConcurrencyTokens.Count > 0) ? sink.Entities : throw PassedOver(definition);
    }

    /// <summary>Adds to the error of new rows that the database refuses what only their definition tells: the values that one of them lacks, or what to do about a key that is none of their own.</summary>
    /// <exception cref="ConstraintException">It is for missing values.</exception>
    /// <inheritdoc cref="AdviseOnMadeKey" path="/exception"/>
    public static void Explain<TEntity>(RelationsException problem, SqlDialect dialect, EntityDefinition<TEntity> definition, IReadOnlyList<TEntity> entities, ColumnPlaces columns, ForeignKeyValue? foreignKey) where TEntity : class
    {
        if (problem is ConstraintException && MissingValues(definition, entities, foreignKey) is { Count: > 0 } missing)
        {
            throw new ConstraintException(problem.Message, problem.InnerException, missing);
        }

        AdviseOnMadeKey(problem, dialect, definition, columns);
    }

    /// <summary>Adds to the error of new rows what to do about a key that the database has made for one of them, and that exists.</summary>
    /// <exception cref="UniqueViolationException">It is such an error.</exception>
    public static void AdviseOnMadeKey(RelationsException problem, SqlDialect dialect, EntityDefinition definition, ColumnPlaces columns)
    {
        if (problem is UniqueViolationException { ConstraintName: { } name } && definition.PrimaryKey.All(part => part.Is(PropertyKinds.Generated) && !columns.Named.Contains(part)) && dialect.AdviceOnMadeKey(definition, name) is { } advice)
        {
            throw new UniqueViolationException(problem.Message + advice, problem.InnerException) { ConstraintName = name };
        }
    }

    /// <summary>What the first of the new rows lacks that lacks something: the values that it brings as null, though they may not be.</summary>
    private static List<InputProblem> MissingValues<TEntity>(EntityDefinition<TEntity> definition, IReadOnlyList<TEntity> entities, ForeignKeyValue? foreignKey) where TEntity : class =>
        entities
            .Select(entity => ColumnsOf(definition, entity, foreignKey).Named
                .Where(property => !property.IsNullable && foreignKey?.Properties.Contains(property) != true && new EntityRow<TEntity>(definition, entity).IsNull(property.Ordinal))
                .Select(MustBeGiven)
                .ToList())
            .FirstOrDefault(static missing => missing.Count > 0) ?? [];

    /// <summary>What a client is told of a value that is missing.</summary>
    public static InputProblem MustBeGiven(PropertyDefinition property) => new(InputProblem.PathOf("", property.JsonName), $"Property \"{property.JsonName}\" must be given.");

    /// <summary>The error of a new row that the statement did not return.</summary>
    public static ConstraintException PassedOver(EntityDefinition definition) => PassedOver(definition, $"a new {definition.Name}");

    /// <summary>The error of what the database did not do, without an error of its own.</summary>
    public static ConstraintException PassedOver(EntityDefinition definition, string what) =>
        new(
            $"The database passed {what} over: nothing was written. A trigger on the table {definition.Table} does so (RETURN NULL on PostgreSQL, RAISE(IGNORE) on SQLite); have it raise an error that says why, or let the row through.",
            [new("", "The database did not take it: nothing was written.")]);

    /// <summary>The columns that a new row brings: one that the database generates only where the row, or the foreign key, has a value for it.</summary>
    public static ColumnPlaces ColumnsOf<TEntity>(EntityDefinition<TEntity> definition, TEntity entity, ForeignKeyValue? foreignKey) where TEntity : class
    {
        if (!definition.HasGenerated)
        {
            return definition.AllColumns;
        }

        var test = new GeneratedTest(definition, foreignKey);
        definition.Bind(entity, ref test);
        return test.Columns;
    }

    /// <summary>Adds one row; returns it as it was stored.</summary>
    public static async ValueTask<TEntity> InsertAsync<TEntity>(Connection connection, SqlDialect dialect, EntityDefinition<TEntity> definition, TEntity entity, ForeignKeyValue? foreignKey, bool replace, CancellationToken cancellationToken)
        where TEntity : class =>
        (await InsertAsync(connection, dialect, definition, [entity], foreignKey, replace, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Writes a patch into the rows of a query, or into its links.</summary>
    public static ValueTask<int> PatchAsync(Connection connection, SqlDialect dialect, QuerySpecification query, Patch patch, bool isOfLinks, CancellationToken cancellationToken)
    {
        var definition = (isOfLinks ? query.Through! : query.Target).Definition;
        var columns = new ColumnPlaces(definition, property => patch.IsAssigned(property.Ordinal));
        return connection.ExecuteAsync(
            dialect,
            (query, columns, values: new PatchParameter(patch, definition, columns.Places, columns.Count), isOfLinks),
            static (sql, state) => UpdateRenderer.WriteUpdate(sql, state.query, state.columns, state.values, state.isOfLinks),
            cancellationToken);
    }

    /// <summary>Writes all columns of an entity but its key into the rows of a query.</summary>
    public static ValueTask<int> ReplaceAsync<TEntity>(Connection connection, SqlDialect dialect, EntityDefinition<TEntity> definition, QuerySpecification query, TEntity entity, CancellationToken cancellationToken)
        where TEntity : class
    {
        var columns = definition.UpdatedColumns;
        return connection.ExecuteAsync(
            dialect,
            (query, columns, values: new EntityParameter<TEntity>(definition, columns, foreignKey: null) { Entity = entity }),
            static (sql, state) => UpdateRenderer.WriteUpdate(sql, state.query, state.columns, state.values, isOfLinks: false),
            cancellationToken);
    }

    /// <summary>Removes the rows of a query, or its links.</summary>
    public static ValueTask<int> DeleteAsync(Connection connection, SqlDialect dialect, QuerySpecification query, bool isOfLinks, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(dialect, (query, isOfLinks), static (sql, state) => UpdateRenderer.WriteDelete(sql, state.query, state.isOfLinks), cancellationToken);

    /// <summary>Reads a key of the rows that a query finds, and locks the rows where several can write at a time: what was read holds until the transaction ends.</summary>
    public static async ValueTask<List<TKey>> KeysAsync<TKey>(Connection connection, SqlDialect dialect, QuerySpecification query, IReadOnlyList<PropertyDefinition> key, KeyType<TKey> type, RowLock strength, CancellationToken cancellationToken)
        where TKey : notnull
    {
        if (dialect.Lock(strength) is null)
        {
            return await Reading.KeysAsync(connection, dialect, query, key, type, cancellationToken).ConfigureAwait(false);
        }

        var sink = new KeySink<TKey>(type, key.Count);
        await connection.ReadAsync(dialect, (query, key, strength), static (sql, state) => UpdateRenderer.WriteLock(sql, state.query, state.key, state.strength), sink, cancellationToken).ConfigureAwait(false);
        return sink.Keys;
    }

    /// <summary>Locks rows where several can write at a time; else nothing has to be done.</summary>
    public static async ValueTask LockAsync(Connection connection, SqlDialect dialect, QuerySpecification query, RowLock strength, CancellationToken cancellationToken)
    {
        if (dialect.Lock(strength) is not null)
        {
            await connection.ExecuteAsync(dialect, (query, strength), static (sql, state) => UpdateRenderer.WriteLock(sql, state.query, state.query.Target.Definition.PrimaryKey, state.strength), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a query has any rows, which are locked where several can write at a time: what was read holds until the transaction ends.</summary>
    public static async ValueTask<bool> AnyAsync(Connection connection, SqlDialect dialect, QuerySpecification query, RowLock strength, CancellationToken cancellationToken)
    {
        if (dialect.Lock(strength) is null)
        {
            return await Reading.AnyAsync(connection, dialect, query, cancellationToken).ConfigureAwait(false);
        }

        var sink = new PresenceSink();
        await connection.ReadAsync(dialect, (query, strength), static (sql, state) => UpdateRenderer.WriteLock(sql, state.query, state.query.Target.Definition.PrimaryKey, state.strength), sink, cancellationToken).ConfigureAwait(false);
        return sink.HasRows;
    }

    /// <summary>Has all who set or count what belongs to a source take turns.</summary>
    public static ValueTask LockSourceAsync(Connection connection, SqlDialect dialect, RelationDefinition relation, object sourceKey, CancellationToken cancellationToken) =>
        LockAsync(connection, dialect, SourceOf(relation, sourceKey), RowLock.Change, cancellationToken);

    /// <summary>Refuses to write what belongs to a source that does not exist, where no foreign key can.</summary>
    /// <exception cref="ForeignKeyViolationException">The source is missing.</exception>
    public static async ValueTask RequireSourceAsync(Connection connection, SqlDialect dialect, RelationDefinition relation, object sourceKey, CancellationToken cancellationToken)
    {
        if (!await AnyAsync(connection, dialect, SourceOf(relation, sourceKey), RowLock.Reference, cancellationToken).ConfigureAwait(false))
        {
            throw new ForeignKeyViolationException($"There is no {relation.Source.Name} with {relation.KeyFrom} {KeyText.Of(relation.KeyFromProperties, relation.SourceKeyParameter(sourceKey))}; nothing was written.");
        }
    }

    /// <summary>Refuses to link what does not exist, where no foreign key can: that of a polymorphic relation refers to several tables.</summary>
    /// <exception cref="ForeignKeyViolationException">A target is missing.</exception>
    public static async ValueTask RequireAsync<TKey>(Connection connection, SqlDialect dialect, EntityDefinition target, IReadOnlyList<PropertyDefinition> key, KeyType<TKey> type, List<TKey> keys, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var there = await KeysAsync(connection, dialect, ConstrainedQuery.Among(target, key, type.ListOf(keys)), key, type, RowLock.Reference, cancellationToken).ConfigureAwait(false);
        var missing = keys.Except(there, type.Comparer).ToList();
        if (missing.Count > 0)
        {
            throw new ForeignKeyViolationException($"There is no {target.Name} with {string.Join(", ", key.Select(static property => property.Name))} {KeyText.Of(key, type.ParameterOf(missing[0]))}; nothing was linked.");
        }
    }

    private static QuerySpecification SourceOf(RelationDefinition relation, object sourceKey)
    {
        var source = QuerySpecification.Of(relation.Source);
        return source.Where(source.Target.KeyIs(relation.KeyFromProperties, relation.SourceKeyParameter(sourceKey)));
    }
}
