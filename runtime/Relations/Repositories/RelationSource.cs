using Relations.Definitions;

namespace Relations.Repositories;

/// <summary>One source of a relation: what the relation's repository starts from.</summary>
public readonly struct RelationSource
{
    /// <summary>Takes the source; runs no statement.</summary>
    /// <param name="session">Where the repository's statements run.</param>
    /// <param name="relation">The relation.</param>
    /// <param name="key">The value of the relation's <see cref="RelationDefinition.KeyFrom"/>, for a belongs-to the source's primary key; that there is such a source is not checked.</param>
    public RelationSource(Session session, RelationDefinition relation, object key)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(relation);
        ArgumentNullException.ThrowIfNull(key);
        Session = session;
        Relation = relation;
        Key = key;
    }

    internal Session Session { get; }

    internal RelationDefinition Relation { get; }

    internal object Key { get; }
}
