using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Relations.Definitions;

namespace Relations;

/// <summary>
/// Which relations of an entity can be included, and by whom. The generated resolvers are there from the start. LoopBack's <c>inclusionResolvers</c>.
/// Each repository has a registry of its own; where that says nothing, the one of the entity's every repository does (<see cref="Of"/>).
/// </summary>
public sealed class InclusionResolvers
{
    private static readonly ConditionalWeakTable<EntityDefinition, InclusionResolvers> ofEntities = [];

    private readonly EntityDefinition definition;
    private readonly bool isOfEntity;

    // A name with null was removed; one with a resolver was registered.
    private ImmutableDictionary<string, object?> changes = ImmutableDictionary<string, object?>.Empty;

    internal InclusionResolvers(EntityDefinition definition) : this(definition, isOfEntity: false) { }

    private InclusionResolvers(EntityDefinition definition, bool isOfEntity)
    {
        this.definition = definition;
        this.isOfEntity = isOfEntity;
    }

    /// <summary>
    /// The registry that holds for all repositories of an entity, those that exist already included, and wherever a query of another
    /// repository reaches the entity. What a repository's own registry says of a relation goes before. Change it when the program starts.
    /// </summary>
    /// <param name="definition">The entity: <c>DoctorRepository.Definition</c>.</param>
    public static InclusionResolvers Of(EntityDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return ofEntities.GetValue(definition, static definition => new(definition, isOfEntity: true));
    }

    /// <summary>Whether the relation can be included.</summary>
    /// <param name="relation">The relation's name, such as <c>patients</c>.</param>
    public bool Contains(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return TryFind(relation, out var resolver) ? resolver is not null : definition.Relations.ContainsKey(relation);
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

    /// <summary>Lets a resolver of your own include a relation from now on, or fill a property that is no relation of the database: <c>Include("rating")</c>.</summary>
    /// <param name="relation">The relation's name, such as <c>patients</c>; for another property a name of your choice.</param>
    /// <param name="resolver">The resolver.</param>
    /// <exception cref="ArgumentException">The resolver is for another entity, or the name is a relation's but for its case.</exception>
    public void Register<TSource>(string relation, IInclusionResolver<TSource> resolver) where TSource : class
    {
        ArgumentException.ThrowIfNullOrEmpty(relation);
        ArgumentNullException.ThrowIfNull(resolver);
        if (definition is not EntityDefinition<TSource>)
        {
            throw new ArgumentException($"A resolver for {typeof(TSource).Name} cannot include relations of {definition.Name}.", nameof(resolver));
        }

        if (!definition.Relations.ContainsKey(relation) && Meant(relation) is { } meant)
        {
            throw new ArgumentException($"{definition.Name} has no relation '{relation}'; did you mean '{meant}'?", nameof(relation));
        }

        ImmutableInterlocked.AddOrUpdate(ref changes, relation, resolver, (_, _) => resolver);
    }

    internal bool IsOf(EntityDefinition entity) => definition == entity;

    /// <summary>What was said of a relation: the resolver that was registered, or null where it was removed.</summary>
    /// <returns>Whether anything was said: else the generated resolver is meant.</returns>
    internal bool TryFind(string relation, out object? resolver) =>
        changes.TryGetValue(relation, out resolver) || (!isOfEntity && Of(definition).TryFind(relation, out resolver));

    /// <summary>The name of the relation whose name or property this almost is.</summary>
    private string? Meant(string name) => definition.Relations.Values.FirstOrDefault(relation =>
        string.Equals(relation.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(relation.Property, name, StringComparison.OrdinalIgnoreCase))?.Name;
}
