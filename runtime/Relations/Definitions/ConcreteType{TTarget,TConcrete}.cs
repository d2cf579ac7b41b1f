namespace Relations.Definitions;

/// <summary>One of the entities that a polymorphic relation leads to, with its own type.</summary>
/// <typeparam name="TTarget">What all of them are.</typeparam>
/// <typeparam name="TConcrete">The entity.</typeparam>
public sealed class ConcreteType<TTarget, TConcrete> : ConcreteType<TTarget> where TTarget : class where TConcrete : class, TTarget
{
    private readonly Func<EntityDefinition<TConcrete>> definition;

    /// <summary>Takes the facts.</summary>
    /// <param name="discriminator">The discriminator's value for it.</param>
    /// <param name="definition">The entity; called when first needed, so that models can refer to each other.</param>
    /// <param name="keyTo">The property of it that the foreign key refers to.</param>
    public ConcreteType(string discriminator, Func<EntityDefinition<TConcrete>> definition, string keyTo) : base(discriminator, keyTo) => this.definition = definition;

    /// <inheritdoc/>
    public override EntityDefinition Definition => definition();

    internal EntityDefinition<TConcrete> TypedDefinition => definition();

    internal override bool IsOf(TTarget target) => target.GetType() == typeof(TConcrete);

    internal override TResult Accept<TResult>(IConcreteTypeVisitor<TTarget, TResult> visitor) => visitor.Visit(this);
}
