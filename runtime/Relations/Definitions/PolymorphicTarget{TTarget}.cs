namespace Relations.Definitions;

/// <summary>What a polymorphic relation leads to, with the type that all its entities share.</summary>
/// <typeparam name="TTarget">What all of them are.</typeparam>
public sealed class PolymorphicTarget<TTarget> : PolymorphicTarget where TTarget : class
{
    private readonly ConcreteType<TTarget>[] types;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private EntityDefinition[]? definitions;

    /// <summary>Takes the facts.</summary>
    /// <param name="name">The name of the shared type in C#.</param>
    /// <param name="properties">The properties that all entities have.</param>
    /// <param name="types">The entities.</param>
    /// <param name="patch">Makes an empty patch of these properties; null where nobody patches them.</param>
    public PolymorphicTarget(string name, PropertyDefinition[] properties, ConcreteType<TTarget>[] types, Func<Patch>? patch = null) : base(name, properties)
    {
        Patch = patch;
        this.types = types;
        Discriminators = Array.ConvertAll(types, static type => type.Discriminator);
        for (var place = 0; place < types.Length; place++)
        {
            places.Add(types[place].Discriminator, place);
        }
    }

    /// <inheritdoc/>
    public override Type Type => typeof(TTarget);

    /// <inheritdoc/>
    public override IReadOnlyList<EntityDefinition> Types => definitions ??= Array.ConvertAll(types, static type => type.Definition);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Discriminators { get; }

    internal IReadOnlyList<ConcreteType<TTarget>> TypedTypes => types;

    internal override IReadOnlyList<PropertyDefinition> KeyOf(int type) => types[type].KeyToProperties;

    /// <summary>The place among the entities of the one that a discriminator names.</summary>
    /// <exception cref="InvalidPolymorphismException">It names none of them.</exception>
    internal int PlaceOf(string discriminator, PropertyDefinition column, EntityDefinition holder) =>
        places.TryGetValue(discriminator, out var place)
            ? place
            : throw new InvalidPolymorphismException(
                $"\"{discriminator}\" in {holder.Name}.{column.Name} names no type of {Name}; the types are {string.Join(", ", Discriminators.Select(static value => $"\"{value}\""))}.");

    /// <summary>The place of one of the entities.</summary>
    internal int PlaceOf(ConcreteType<TTarget> type) => Array.IndexOf(types, type);

    /// <summary>The entity that an object is.</summary>
    /// <exception cref="InvalidPolymorphismException">It is none of them.</exception>
    internal ConcreteType<TTarget> TypeOf(TTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Array.Find(types, type => type.IsOf(target))
            ?? throw new InvalidPolymorphismException($"{target.GetType().Name} is no type of {Name} that this relation leads to; the types are {string.Join(", ", Types.Select(static type => type.Name))}.");
    }
}
