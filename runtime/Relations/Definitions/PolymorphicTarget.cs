namespace Relations.Definitions;

/// <summary>What a polymorphic relation leads to: one of several entities, each in a table of its own. Its properties are those that all of them have.</summary>
public abstract class PolymorphicTarget : EntityDefinition
{
    private protected PolymorphicTarget(string name, PropertyDefinition[] properties) : base(name, table: name, schema: null, properties, primaryKey: [], unique: null, relations: []) { }

    /// <summary>How an empty patch of what they have in common is made; null where there is none.</summary>
    internal Func<Patch>? Patch { get; private protected init; }

    /// <summary>The entities.</summary>
    public abstract IReadOnlyList<EntityDefinition> Types { get; }

    /// <summary>The discriminator's value for each of <see cref="Types"/>.</summary>
    public abstract IReadOnlyList<string> Discriminators { get; }

    /// <summary>The property of an entity that the foreign key refers to.</summary>
    /// <param name="type">The entity's place among <see cref="Types"/>.</param>
    internal abstract IReadOnlyList<PropertyDefinition> KeyOf(int type);

    internal sealed override bool IsLoaded(object entity, RelationDefinition relation) => throw new NotSupportedException($"{Name} has no relations of its own.");

    internal sealed override Parameter KeyParameterOf(object key) => throw new NotSupportedException($"{Name} has no table, and so no primary key of its own.");
}
