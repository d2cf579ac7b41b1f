namespace Relations.Definitions;

/// <summary>One of the entities that a polymorphic relation leads to.</summary>
/// <typeparam name="TTarget">What all of them are.</typeparam>
public abstract class ConcreteType<TTarget> where TTarget : class
{
    private protected ConcreteType(string discriminator, string keyTo)
    {
        Discriminator = discriminator;
        KeyTo = keyTo;
    }

    /// <summary>The discriminator's value for it.</summary>
    public string Discriminator { get; }

    /// <summary>The property of it that the foreign key refers to.</summary>
    public string KeyTo { get; }

    /// <summary>The entity.</summary>
    public abstract EntityDefinition Definition { get; }

    internal IReadOnlyList<PropertyDefinition> KeyToProperties => Definition.PropertiesOf(KeyTo);

    /// <summary>How the key is stored; null where a column takes it as it is.</summary>
    internal ValueMapping? KeyMapping => KeyToProperties[0].Mapping;

    /// <summary>Whether an object is of just this type.</summary>
    internal abstract bool IsOf(TTarget target);

    /// <summary>Hands it to the visitor, with its own type.</summary>
    internal abstract TResult Accept<TResult>(IConcreteTypeVisitor<TTarget, TResult> visitor);
}
