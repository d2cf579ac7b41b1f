namespace Relations.Definitions;

/// <summary>What data from outside, such as the body of a request, may say of an entity, a patch or through data.</summary>
public sealed class BodyDefinition
{
    private readonly Dictionary<string, PropertyDefinition> properties = new(StringComparer.Ordinal);
    private readonly Func<GivenValues, object> create;

    private BodyDefinition(Type type, EntityDefinition entity, IEnumerable<PropertyDefinition> accepted, bool isPatch, Func<GivenValues, object> create, BodyDefinition? replacement = null)
    {
        Type = type;
        Entity = entity;
        Accepted = [.. accepted];
        Required = isPatch ? [] : [.. Accepted.Where(static property => property.Is(PropertyKinds.Required) && property.IsWritable)];
        IsPatch = isPatch;
        this.create = create;
        Replacement = replacement ?? this;
        PassedOver = [];
        foreach (var property in entity.Properties)
        {
            properties.TryAdd(property.JsonName, property);
        }
    }

    /// <summary>What is made of the data.</summary>
    public Type Type { get; }

    /// <summary>The entity whose columns get the values.</summary>
    public EntityDefinition Entity { get; }

    /// <summary>The properties that may be given.</summary>
    public IReadOnlyList<PropertyDefinition> Accepted { get; }

    /// <summary>The properties that must be given.</summary>
    public IReadOnlyList<PropertyDefinition> Required { get; }

    /// <summary>The properties that may be given and whose values are not looked at: of a replacement, those that the database computes, except a key.</summary>
    public IReadOnlyList<PropertyDefinition> PassedOver { get; private init; }

    /// <summary>Whether the data changes rows that exist: then something must be given.</summary>
    public bool IsPatch { get; }

    /// <summary>What such data may say where it replaces a row that exists: of an entity also the values that the database generates or computes, so that what was answered can be sent back.</summary>
    public BodyDefinition Replacement { get; }

    /// <summary>Of what the database makes, a client sends the concurrency token back that it has read, without which no row could be replaced.</summary>
    internal static BodyDefinition Of<TEntity>(EntityDefinition<TEntity> entity) where TEntity : class
    {
        return With(PropertyKinds.Concurrency, With(PropertyKinds.Concurrency | PropertyKinds.Generated, passedOver: PropertyKinds.Computed));

        BodyDefinition With(PropertyKinds made, BodyDefinition? replacement = null, PropertyKinds passedOver = PropertyKinds.None) =>
            new(typeof(TEntity), entity, entity.Properties.Where(property => IsOpen(property, made)), isPatch: false, given => entity.Make(given), replacement)
            {
                PassedOver = [.. entity.Properties.Where(property => property.Is(passedOver) && !property.Is(PropertyKinds.PrimaryKey | PropertyKinds.JsonIgnored))],
            };
    }

    internal static BodyDefinition OfPatch(EntityDefinition entity, Func<Patch> start)
    {
        PropertyDefinition[] accepted = [.. entity.Properties.Where(static property => IsOpen(property, made: PropertyKinds.None) && !property.Is(PropertyKinds.PrimaryKey))];
        return new(start().GetType(), entity, accepted, isPatch: true, given => Filled(start(), given, accepted));
    }

    /// <summary>What must be given for a link is accepted, whatever is hidden from JSON: a link cannot be without.</summary>
    internal static BodyDefinition OfThroughData(ThroughDefinition through, Func<Assignments> start)
    {
        PropertyDefinition[] accepted =
        [
            .. through.Model.Properties.Where(property =>
                property.IsWritable && !property.Is(PropertyKinds.Unsettable) && !through.Pair.Contains(property) && (property.Is(PropertyKinds.Required) || !property.Is(PropertyKinds.JsonIgnored))),
        ];
        return new(start().GetType(), through.Model, accepted, isPatch: false, given => Filled(start(), given, accepted));
    }

    /// <summary>Makes one of values that were checked: all that is required is there, and nothing that is not accepted.</summary>
    /// <exception cref="InvalidBodyException">A constructor or setter of the model refuses a value.</exception>
    internal object Create(GivenValues given)
    {
        try
        {
            return create(given);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidBodyException(new("", problem.Message), problem);
        }
    }

    /// <summary>The entity's property with this name in JSON, accepted or not; null when there is none.</summary>
    internal PropertyDefinition? Property(string name) => properties.GetValueOrDefault(name);

    /// <summary>Whether the entity, or one of those that a shared patch changes, has a relation of this name.</summary>
    internal bool HasRelation(string name) => Entity is PolymorphicTarget several ? several.Types.Any(type => type.Relations.ContainsKey(name)) : Entity.Relations.ContainsKey(name);

    /// <summary>Whether JSON may set the property: neither its setter nor the property is hidden, and the database makes its value only if it is one of these kinds.</summary>
    private static bool IsOpen(PropertyDefinition property, PropertyKinds made) => (property.IsWritable || property.Is(made)) && !property.Is(PropertyKinds.Unsettable | PropertyKinds.JsonIgnored);

    private static Assignments Filled(Assignments assignments, GivenValues given, PropertyDefinition[] accepted)
    {
        assignments.Assign(given, accepted);
        return assignments;
    }
}
