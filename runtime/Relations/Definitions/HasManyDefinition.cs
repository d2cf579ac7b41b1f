namespace Relations.Definitions;

/// <summary>A relation with many targets. LoopBack's <c>HasManyDefinition</c>.</summary>
public abstract class HasManyDefinition : RelationDefinition
{
    private protected HasManyDefinition(RelationProperty property, string? keyFrom, string? keyTo, ThroughDefinition? through, Discriminator? polymorphic = null)
        : base(property, keyFrom, keyTo, polymorphic) => Through = through;

    private protected HasManyDefinition(string name, string property, string keyFrom, string keyTo, ThroughDefinition through)
        : base(name, property, keyFrom, keyTo) => Through = through;

    /// <inheritdoc/>
    public override RelationType Type => RelationType.HasMany;

    /// <summary>The through model and its keys, or null when the target holds the foreign key.</summary>
    public ThroughDefinition? Through { get; }

    /// <summary>How keys to the target of a through relation are stored; null where a column takes them as they are.</summary>
    internal virtual ValueMapping? TargetKeyMapping => null;

    /// <summary>The same relation to the targets of one of its types alone, counted from 0.</summary>
    internal virtual HasManyDefinition OfType(int place) => throw new InvalidOperationException($"The targets of '{Name}' are of one type.");
}
