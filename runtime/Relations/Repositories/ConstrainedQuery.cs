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
        var query = QuerySpecification.OfTargets(relation);
        return query.Constrain(Equal(query.Target, relation.KeyToProperty, relation.SourceKeyParameter(sourceKey))) with { FixedKey = new(relation.KeyToProperty, sourceKey) };
    }

    /// <summary>The targets whose links name the source.</summary>
    public static QuerySpecification ByLinks(RelationDefinition relation, object sourceKey)
    {
        ArgumentNullException.ThrowIfNull(sourceKey);
        var query = QuerySpecification.OfTargets(relation);
        return query.Constrain(Equal(query.Through!, query.Relation!.Through!.KeyFromProperty, relation.SourceKeyParameter(sourceKey)));
    }

    /// <summary>The target that the foreign key of the source names.</summary>
    public static QuerySpecification OfForeignKey(RelationDefinition relation, object sourceId)
    {
        ArgumentNullException.ThrowIfNull(sourceId);
        var query = QuerySpecification.Of(relation.Target);
        var source = new TableReference(relation.Source);
        return query.Constrain(new SourceKeyNode(query.Target.Column(relation.KeyToProperty), source.Column(relation.KeyFromProperty), new KeyNode(source, relation.Source.KeyParameterOf(sourceId))));
    }

    /// <summary>The rows with these keys.</summary>
    public static QuerySpecification Among<TKey>(EntityDefinition entity, PropertyDefinition property, List<TKey> keys) where TKey : notnull
    {
        var query = QuerySpecification.Of(entity);
        return query.Where(new ListNode(query.Target.Column(property), new ListParameter<TKey>(keys), Negated: false));
    }

    /// <summary>The links to these targets, from any source.</summary>
    public static QuerySpecification LinksTo<TTargetKey>(ThroughDefinition through, List<TTargetKey> keys) where TTargetKey : notnull
    {
        var links = Among(through.Model, through.KeyToProperty, keys);
        return links.Where(QuerySpecification.OfType(links.Target, through.Polymorphic));
    }

    public static ComparisonNode Equal(TableReference table, PropertyDefinition property, Parameter value) =>
        new(table.Column(property), ComparisonOperator.Equal, value);
}
