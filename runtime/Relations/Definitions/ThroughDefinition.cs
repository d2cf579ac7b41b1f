namespace Relations.Definitions;

/// <summary>The through model of a has-many relation, with LoopBack's names.</summary>
public sealed class ThroughDefinition
{
    private readonly Func<EntityDefinition> model;
    private IReadOnlyList<PropertyDefinition>? keyFromProperties;
    private IReadOnlyList<PropertyDefinition>? keyToProperties;
    private IReadOnlyList<PropertyDefinition>? pair;
    private bool? isPairUnique;
    private bool? isPairDeclaredUnique;
    private ColumnPlaces? linkColumns;
    private ColumnPlaces? dataColumns;
    private ColumnPlaces? noColumns;

    /// <summary>Makes the definition.</summary>
    /// <param name="model">The through model; called when first needed, so that models can refer to each other.</param>
    /// <param name="keyFrom">The through model's foreign key to the source.</param>
    /// <param name="keyTo">The through model's foreign key to the target.</param>
    /// <param name="polymorphic">The discriminator on the through model, where the targets are of several types.</param>
    /// <param name="polymorphicSource">The discriminator on the through model and its value for this source, where the sources are of several types.</param>
    /// <param name="data">Makes empty through data; null where a link carries none, and for all but the first of the relations that share it.</param>
    public ThroughDefinition(Func<EntityDefinition> model, string keyFrom, string keyTo, Discriminator? polymorphic = null, Discriminator? polymorphicSource = null, Func<Assignments>? data = null)
    {
        Data = data;
        this.model = model;
        KeyFrom = keyFrom;
        KeyTo = keyTo;
        Polymorphic = polymorphic;
        PolymorphicSource = polymorphicSource;
    }

    /// <summary>The through model.</summary>
    public EntityDefinition Model => model();

    /// <summary>The through model's foreign key to the source; the properties of a composite key are separated by commas.</summary>
    public string KeyFrom { get; }

    /// <summary>The through model's foreign key to the target; the properties of a composite key are separated by commas.</summary>
    public string KeyTo { get; }

    /// <summary>The discriminator on the through model, where the targets are of several types.</summary>
    public Discriminator? Polymorphic { get; }

    /// <summary>The discriminator on the through model and its value for this source, where the sources are of several types: the other direction of a relation to several types.</summary>
    public Discriminator? PolymorphicSource { get; }

    internal Func<Assignments>? Data { get; }

    /// <summary>What makes a link: the keys to source and target, and the discriminators beside them.</summary>
    internal IReadOnlyList<PropertyDefinition> Pair => pair ??= [.. KeyFromProperties, .. KeyToProperties, .. Properties(PolymorphicSource), .. Properties(Polymorphic)];

    /// <summary>What makes a link, from the target's side.</summary>
    internal IReadOnlyList<PropertyDefinition> ReversePair => [.. KeyToProperties, .. Properties(Polymorphic), .. Properties(PolymorphicSource), .. KeyFromProperties];

    /// <summary>Whether a source and a target can be linked once at most.</summary>
    internal bool IsPairUnique => isPairUnique ??= Model.IsUnique(Pair);

    /// <summary>Whether the model declares just the pair to be unique, so that linking again can be told from other conflicts.</summary>
    internal bool IsPairDeclaredUnique => isPairDeclaredUnique ??= Model.DeclaresUnique(Pair);

    /// <summary>The columns of a new link that brings its whole row.</summary>
    internal ColumnPlaces LinkColumns => linkColumns ??= new(Model, property => Pair.Contains(property) || DataColumns.Places[property.Ordinal] >= 0);

    /// <summary>The columns in which a new link carries data.</summary>
    internal ColumnPlaces DataColumns => dataColumns ??= new(Model, property => !Pair.Contains(property) && !property.Is(PropertyKinds.Computed | PropertyKinds.Generated));

    /// <summary>Those of a new link that carries none.</summary>
    internal ColumnPlaces NoColumns => noColumns ??= new(Model, static _ => false);

    internal PropertyDefinition? DiscriminatorProperty => Polymorphic is null ? null : Model.Property(Polymorphic.Property);

    /// <summary>The links to targets of one type alone.</summary>
    internal ThroughDefinition Only(string discriminator) => new(model, KeyFrom, KeyTo, new(Polymorphic!.Property, discriminator), PolymorphicSource);

    /// <summary>The properties of <see cref="KeyFrom"/>, in the key's order.</summary>
    internal IReadOnlyList<PropertyDefinition> KeyFromProperties => keyFromProperties ??= Model.PropertiesOf(KeyFrom);

    /// <summary>The properties of <see cref="KeyTo"/>, in the key's order.</summary>
    internal IReadOnlyList<PropertyDefinition> KeyToProperties => keyToProperties ??= Model.PropertiesOf(KeyTo);

    private IEnumerable<PropertyDefinition> Properties(Discriminator? discriminator) => discriminator is null ? [] : [Model.Property(discriminator.Property)];
}
