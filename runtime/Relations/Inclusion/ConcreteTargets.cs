using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;

namespace Relations.Inclusion;

/// <summary>The targets of a polymorphic relation: asked for by discriminator and key, then read with one statement for each type that occurs.</summary>
/// <typeparam name="TTarget">What all targets are.</typeparam>
/// <typeparam name="TKey">The key by which they are named.</typeparam>
internal sealed class ConcreteTargets<TTarget, TKey> where TTarget : class where TKey : notnull
{
    private readonly PolymorphicTarget<TTarget> target;
    private readonly EntityDefinition holder;
    private readonly PropertyDefinition discriminator;
    private readonly ConcreteLoader<TTarget, TKey>[] loaders;

    /// <summary>Prepares a loader for each type.</summary>
    /// <param name="target">The types.</param>
    /// <param name="holder">The entity whose rows name the targets.</param>
    /// <param name="discriminator">Its property that names the type.</param>
    /// <param name="scope">What is wanted of the targets.</param>
    /// <param name="context">What the levels share.</param>
    public ConcreteTargets(PolymorphicTarget<TTarget> target, EntityDefinition holder, PropertyDefinition discriminator, QuerySpecification scope, InclusionContext context)
    {
        this.target = target;
        this.holder = holder;
        this.discriminator = discriminator;
        loaders = new ConcreteLoader<TTarget, TKey>[target.TypedTypes.Count];
        for (var place = 0; place < loaders.Length; place++)
        {
            loaders[place] = target.TypedTypes[place].Accept(new LoaderOfType(scope.OfType(place), context));
        }
    }

    /// <summary>Asks for a target; returns the place of its type.</summary>
    /// <exception cref="InvalidPolymorphismException">The discriminator names no type of the relation.</exception>
    public int Add(string type, TKey key)
    {
        var place = target.PlaceOf(type, discriminator, holder);
        loaders[place].Add(key);
        return place;
    }

    /// <summary>The target with this type and key, or null where there is none.</summary>
    public TTarget? Find(int type, TKey key) => loaders[type].Find(key);

    /// <summary>Reads the targets that were asked for.</summary>
    public async ValueTask LoadAsync(Connection connection, CancellationToken cancellationToken)
    {
        foreach (var loader in loaders)
        {
            await loader.LoadAsync(connection, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed class LoaderOfType(QuerySpecification query, InclusionContext context) : IConcreteTypeVisitor<TTarget, ConcreteLoader<TTarget, TKey>>
    {
        public ConcreteLoader<TTarget, TKey> Visit<TConcrete>(ConcreteType<TTarget, TConcrete> type) where TConcrete : class, TTarget =>
            new ConcreteLoader<TTarget, TConcrete, TKey>(type, query, context);
    }
}
