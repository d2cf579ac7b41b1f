using Relations.Definitions;
using Relations.Querying;

namespace Relations.Repositories;

/// <summary>What a relation's repository starts from: only what belongs to one source.</summary>
internal static class ConstrainedQuery
{
    public static EntityContext<TTarget, TKey> Context<TTarget, TKey>(Session session, RelationDefinition relation) where TTarget : class where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(relation);
        var target = (EntityDefinition<TTarget, TKey>)relation.Target;
        return new(session, target, new(target));
    }

    /// <summary>The targets whose foreign key names the source.</summary>
    public static QuerySpecification ByForeignKey(RelationDefinition relation, object sourceKey)
    {
        ArgumentNullException.ThrowIfNull(sourceKey);
        var query = QuerySpecification.Of(relation.Target);
        var key = relation.SourceKeyParameter(sourceKey);
        return query.Constrain(query.Target.KeyIs(relation.KeyToProperties, key)) with { FixedKey = new(relation.KeyToProperties, key) };
    }

    /// <summary>The targets whose links name the source.</summary>
    public static QuerySpecification ByLinks(RelationDefinition relation, object sourceKey)
    {
        ArgumentNullException.ThrowIfNull(sourceKey);
        var many = (HasManyDefinition)relation;
        var query = QuerySpecification.Of(many);
        return query.Constrain(query.Through!.KeyIs(many.Through!.KeyFromProperties, relation.SourceKeyParameter(sourceKey)));
    }

    /// <summary>The target that the foreign key of the source names.</summary>
    public static QuerySpecification OfForeignKey(RelationDefinition relation, object sourceId)
    {
        ArgumentNullException.ThrowIfNull(sourceId);
        var query = QuerySpecification.Of(relation.Target);
        var source = new TableReference(relation.Source);
        return query.Constrain(new SourceKeyNode(query.Target.Columns(relation.KeyToProperties), source, relation.KeyFromProperties, source.PrimaryKeyIs(relation.Source.KeyParameterOf(sourceId))));
    }
}
