namespace Relations.Definitions;

/// <summary>The through model of a has-many relation, with LoopBack's names.</summary>
public sealed class ThroughDefinition
{
    private readonly Func<EntityDefinition> model;

    /// <summary>Makes the definition.</summary>
    /// <param name="model">The through model; called when first needed, so that models can refer to each other.</param>
    /// <param name="keyFrom">The through model's foreign key to the source.</param>
    /// <param name="keyTo">The through model's foreign key to the target.</param>
    public ThroughDefinition(Func<EntityDefinition> model, string keyFrom, string keyTo)
    {
        this.model = model;
        KeyFrom = keyFrom;
        KeyTo = keyTo;
    }

    /// <summary>The through model.</summary>
    public EntityDefinition Model => model();

    /// <summary>The through model's foreign key to the source.</summary>
    public string KeyFrom { get; }

    /// <summary>The through model's foreign key to the target.</summary>
    public string KeyTo { get; }

    /// <summary>Whether a source and a target can be linked once at most.</summary>
    internal bool IsPairUnique => Model.IsUnique(KeyFromProperty, KeyToProperty);

    /// <summary>Whether the model declares just the pair of keys to be unique, so that linking again can be told from other conflicts.</summary>
    internal bool IsPairDeclaredUnique => Model.DeclaresUnique(KeyFromProperty, KeyToProperty);

    internal PropertyDefinition KeyFromProperty => Model.Property(KeyFrom);

    internal PropertyDefinition KeyToProperty => Model.Property(KeyTo);
}
