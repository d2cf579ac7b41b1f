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
        return query.Constrain(Equal(query.Target, relation.KeyToProperty, relation.SourceKeyParameter(sourceKey))) with { FixedKey = new(relation.KeyToProperty, sourceKey) };
    }

    /// <summary>The targets whose links name the source.</summary>
    public static QuerySpecification ByLinks(RelationDefinition relation, object sourceKey)
    {
        ArgumentNullException.ThrowIfNull(sourceKey);
        var many = (HasManyDefinition)relation;
        var query = QuerySpecification.Of(many);
        return query.Constrain(Equal(query.Through!, many.Through!.KeyFromProperty, relation.SourceKeyParameter(sourceKey)));
    }

    /// <summary>The target that the foreign key of the source names.</summary>
    public static QuerySpecification OfForeignKey(RelationDefinition relation, object sourceId)
    {
        ArgumentNullException.ThrowIfNull(sourceId);
        var query = QuerySpecification.Of(relation.Target);
        var source = new TableReference(relation.Source);
        return query.Constrain(new SourceKeyNode(query.Target.Column(relation.KeyToProperty), source.Column(relation.KeyFromProperty), new KeyNode(source, relation.Source.KeyParameterOf(sourceId))));
    }

    public static ComparisonNode Equal(TableReference table, PropertyDefinition property, Parameter value) =>
        new(table.Column(property), ComparisonOperator.Equal, value);
}
