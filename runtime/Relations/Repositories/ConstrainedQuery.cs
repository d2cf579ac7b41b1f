using Relations.Definitions;
using Relations.Querying;

namespace Relations.Repositories;

/// <summary>What a relation's repository starts from: only what belongs to one source.</summary>
internal static class ConstrainedQuery
{
    public static EntityContext<TTarget, TKey> Context<TTarget, TKey>(RelationSource source) where TTarget : class where TKey : notnull =>
        new(source.Session, (EntityDefinition<TTarget, TKey>)source.Relation.Target, resolvers: null);

    /// <summary>The targets whose foreign key names the source.</summary>
    public static QuerySpecification ByForeignKey(RelationDefinition relation, object sourceKey)
    {
        var query = QuerySpecification.OfTargets(relation);
        return query.Constrain(query.Target.KeyIs(relation.KeyToProperties, relation.SourceKeyParameter(sourceKey)), relation) with { FixedKey = ForeignKey(relation, sourceKey) };
    }

    /// <summary>What makes a target one of the source's: the foreign key, and the discriminator beside it where there is one.</summary>
    public static ForeignKeyValue ForeignKey(RelationDefinition relation, object sourceKey)
    {
        var key = relation.SourceKeyParameter(sourceKey);
        return relation.Polymorphic is { Value: { } type } discriminator
            ? new([.. relation.KeyToProperties, relation.Target.Property(discriminator.Property)], new JoinedParameter(key, new ValueParameter<string>(type)))
            : new(relation.KeyToProperties, key);
    }

    /// <summary>The targets whose links name the source.</summary>
    public static QuerySpecification ByLinks(RelationDefinition relation, object sourceKey)
    {
        return QuerySpecification.OfTargets((HasManyDefinition)relation, relation.SourceKeyParameter(sourceKey));
    }

    /// <summary>The target that the foreign key of the source names.</summary>
    public static QuerySpecification OfForeignKey(RelationDefinition relation, object sourceId)
    {
        var query = QuerySpecification.Of(relation.Target);
        var source = new TableReference(relation.Source);
        return query.Constrain(new SourceKeyNode(query.Target.Columns(relation.KeyToProperties), source, relation.KeyFromProperties, source.PrimaryKeyIs(relation.Source.KeyParameterOf(sourceId))), relation);
    }

    /// <summary>The rows with these keys.</summary>
    public static QuerySpecification Among(EntityDefinition entity, IReadOnlyList<PropertyDefinition> key, Parameter keys)
    {
        var query = QuerySpecification.Of(entity);
        return query.Where(query.Target.KeyIn(key, keys));
    }

    /// <summary>The links to these targets, from any source.</summary>
    public static QuerySpecification LinksTo(ThroughDefinition through, Parameter keys)
    {
        var links = Among(through.Model, through.KeyToProperties, keys);
        return links.Where(QuerySpecification.OfType(links.Target, through.Polymorphic));
    }
}
