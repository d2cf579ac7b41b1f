using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>Links targets of one type to one source. Callers see to the transaction that <see cref="Access"/> and <see cref="NewLink{TThrough,TTargetKey}.AccessToWrite"/> ask for.</summary>
/// <param name="dialect">How statements are written.</param>
/// <param name="relation">The relation, to targets of one type.</param>
/// <param name="sourceKey">The source's key.</param>
/// <param name="carried">What a new link carries besides its keys, or null when there is nothing.</param>
internal sealed class Linking<TThrough, TTargetKey>(SqlDialect dialect, HasManyDefinition relation, object sourceKey, ThroughData<TThrough>? carried)
    where TThrough : class where TTargetKey : notnull
{
    private readonly KeyType<TTargetKey> type = new(relation.TargetKeyMapping);

    /// <summary>A link that is to be written.</summary>
    public NewLink<TThrough, TTargetKey> Link { get; } = new(relation.Through!, relation.SourceKeyParameter(sourceKey), new(relation.TargetKeyMapping), carried);

    /// <summary>What it takes to write one link: more than a statement, where no foreign key looks whether its ends are there.</summary>
    public Access Access => Through.Polymorphic is null && Through.PolymorphicSource is null ? Access.Write : Access.Write | Access.Atomic;

    /// <summary>What it takes to add a target and link it.</summary>
    public Access AccessToCreate(IReadOnlyList<PropertyDefinition> keyTo) =>
        Link.AccessToCreate(dialect, keyTo) | (Through.PolymorphicSource is null ? Access.Write : Access.Write | Access.Atomic);

    /// <summary>Links one target; returns how many links were added.</summary>
    public async ValueTask<int> LinkAsync(Connection connection, TTargetKey key, CancellationToken cancellationToken)
    {
        if (Access != Access.Write)
        {
            await RequireEndsAsync(connection, [key], cancellationToken).ConfigureAwait(false);
        }

        return await Link.WriteAsync(connection, dialect, key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Links many targets; returns how many links were added.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="keys">The targets' keys.</param>
    /// <param name="rows">The through rows of these links.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async ValueTask<int> LinkAllAsync(Connection connection, List<TTargetKey> keys, List<TThrough> rows, CancellationToken cancellationToken)
    {
        await RequireEndsAsync(connection, keys, cancellationToken).ConfigureAwait(false);
        return await Link.WriteAllAsync(connection, dialect, keys, rows, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes these targets the only ones of their type that are linked. Callers have locked the source.</summary>
    public async ValueTask<SetResult> SetAsync(Connection connection, IEnumerable<TTargetKey> keys, CancellationToken cancellationToken)
    {
        var wanted = new HashSet<TTargetKey>(keys, type.Comparer);
        var links = Links();
        var linked = new HashSet<TTargetKey>(await Writing.KeysAsync(connection, dialect, links, Through.KeyToProperties, type, RowLock.Delete, cancellationToken).ConfigureAwait(false), type.Comparer);
        var added = wanted.Where(key => !linked.Contains(key)).ToList();
        var removed = linked.Where(key => !wanted.Contains(key)).ToList();
        if (removed.Count > 0)
        {
            var others = links.Where(links.Target.KeyIn(Through.KeyToProperties, type.ListOf(removed)));
            await Writing.DeleteAsync(connection, dialect, others, isOfLinks: false, cancellationToken).ConfigureAwait(false);
        }

        var written = added.Count == 0 ? 0 : await LinkAllAsync(connection, added, Link.RowsOf(added), cancellationToken).ConfigureAwait(false);

        // A unique pair that somebody else has linked meanwhile is there already.
        return new(written, removed.Count, wanted.Count - written);
    }

    /// <summary>Removes every link to a target; returns how many.</summary>
    public ValueTask<int> UnlinkAsync(Connection connection, TTargetKey key, CancellationToken cancellationToken)
    {
        var links = Links();
        return Writing.DeleteAsync(connection, dialect, links.Where(links.Target.KeyIs(Through.KeyToProperties, type.ParameterOf(key))), isOfLinks: false, cancellationToken);
    }

    /// <summary>Refuses to link what does not exist, where no foreign key can: that of a polymorphic relation refers to several tables.</summary>
    public async ValueTask RequireEndsAsync(Connection connection, List<TTargetKey> keys, CancellationToken cancellationToken)
    {
        await RequireSourceAsync(connection, cancellationToken).ConfigureAwait(false);
        if (Through.Polymorphic is not null && keys.Count > 0)
        {
            await Writing.RequireAsync(connection, dialect, relation.Target, relation.KeyToProperties, type, keys, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Refuses to link from a source that does not exist, where no foreign key can.</summary>
    public ValueTask RequireSourceAsync(Connection connection, CancellationToken cancellationToken) =>
        Through.PolymorphicSource is null ? default : Writing.RequireSourceAsync(connection, dialect, relation, sourceKey, cancellationToken);

    private ThroughDefinition Through => relation.Through!;

    /// <summary>The through rows of the source, as rows of their own table.</summary>
    private QuerySpecification Links()
    {
        var query = QuerySpecification.Of(Through.Model);
        return query.Constrain(QuerySpecification.OfTypes(query.Target, Through)).Constrain(query.Target.KeyIs(Through.KeyFromProperties, relation.SourceKeyParameter(sourceKey)));
    }
}
