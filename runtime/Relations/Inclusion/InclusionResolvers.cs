using System.Collections.Immutable;
using Relations.Definitions;

namespace Relations;

/// <summary>Which relations of an entity can be included, and by whom. The generated resolvers are there from the start. LoopBack's <c>inclusionResolvers</c>.</summary>
public sealed class InclusionResolvers
{
    private readonly EntityDefinition definition;

    // A name with null was removed; one with a resolver was registered.
    private ImmutableDictionary<string, object?> changes = ImmutableDictionary<string, object?>.Empty;

    internal InclusionResolvers(EntityDefinition definition) => this.definition = definition;

    /// <summary>Whether the relation can be included.</summary>
    /// <param name="relation">The relation's name, such as <c>patients</c>.</param>
    public bool Contains(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return changes.TryGetValue(relation, out var resolver) ? resolver is not null : definition.Relations.ContainsKey(relation);
    }

    /// <summary>Disables the inclusion of a relation: including it is an <see cref="InvalidInclusionException"/> from now on. The relation's own repository goes on working.</summary>
    /// <param name="relation">The relation's name, such as <c>patients</c>.</param>
    /// <returns>Whether it could be included until now.</returns>
    public bool Remove(string relation)
    {
        var contained = Contains(relation);
        ImmutableInterlocked.AddOrUpdate(ref changes, relation, (object?)null, static (_, _) => null);
        return contained;
    }

    /// <summary>Lets a resolver of your own include a relation from now on.</summary>
    /// <param name="relation">The relation's name, such as <c>patients</c>.</param>
    /// <param name="resolver">The resolver.</param>
    /// <exception cref="ArgumentException">The resolver is for another entity, or the entity has no such relation.</exception>
    public void Register<TSource>(string relation, IInclusionResolver<TSource> resolver) where TSource : class
    {
        ArgumentNullException.ThrowIfNull(relation);
        ArgumentNullException.ThrowIfNull(resolver);
        if (definition is not EntityDefinition<TSource>)
        {
            throw new ArgumentException($"A resolver for {typeof(TSource).Name} cannot include relations of {definition.Name}.", nameof(resolver));
        }

        if (!definition.Relations.ContainsKey(relation))
        {
            throw new ArgumentException($"{definition.Name} has no relation '{relation}'; it has {Names()}.", nameof(relation));
        }

        ImmutableInterlocked.AddOrUpdate(ref changes, relation, resolver, (_, _) => resolver);
    }

    internal bool IsOf(EntityDefinition entity) => definition == entity;

    internal IInclusionResolver<TSource>? OwnResolver<TSource>(string relation) where TSource : class => changes.GetValueOrDefault(relation) as IInclusionResolver<TSource>;

    private string Names() => definition.Relations.Count == 0 ? "none" : string.Join(", ", definition.Relations.Keys.Select(static name => $"'{name}'"));
}
