namespace Relations.Generator.Parsing;

/// <summary>What can be wrong with an entity or relation. The number is the rule's: 101 is REL0101.</summary>
internal enum ProblemKind
{
    /// <summary>Arguments: entity, what keeps what looks like its key from being it, and the remedy.</summary>
    EntityLacksPrimaryKey = 1,

    /// <summary>Arguments: entity, reason.</summary>
    EntityCannotBeMapped = 2,

    /// <summary>Arguments: entity, property, type, what a strong type would need in brackets, or an empty text, the remedy, the attributes of relations that may be meant, separated by commas, or an empty text.</summary>
    PropertyTypeHasNoColumn = 3,

    /// <summary>Arguments: the type that is no entity (the target, the through model, or the source itself), the source, relation property, what keeps it from being one and what to do, or an empty text where it only lacks [Entity].</summary>
    RelatedTypeIsNoEntity = 4,

    /// <summary>Arguments: what maps to it, the other that does, the table or column.</summary>
    MappingIsNotUnique = 5,

    /// <summary>Arguments: the name, the entity for which it would be emitted.</summary>
    EmittedNameClashes = 6,

    /// <summary>Arguments: entity, member, what says that it is a column, what keeps it from being one.</summary>
    MarkedMemberHasNoColumn = 7,

    /// <summary>Arguments: entity, property, its type, the attribute.</summary>
    ConcurrencyTokenIsNoInteger = 8,

    /// <summary>Arguments: entity, property, the other property, the name.</summary>
    JsonNameIsNotUnique = 9,

    /// <summary>Arguments: through model, source, the property to add, its type.</summary>
    ThroughModelLacksSourceKey = 101,

    /// <summary>Arguments: through model, target, the property to add, its type.</summary>
    ThroughModelLacksTargetKey = 102,

    /// <summary>Arguments: the model without such a property, the name, the setting, the nearest name or an empty text.</summary>
    NamedKeyDoesNotExist = 103,

    /// <summary>Arguments: through model, entity, the key.</summary>
    SelfThroughKeysAreTheSame = 104,

    /// <summary>Arguments: the model with the foreign key, the foreign key, its type, the model referred to, the key, its type.</summary>
    ForeignKeyTypeDiffers = 105,

    /// <summary>Arguments: entity, property, its type, what is expected.</summary>
    RelationPropertyTypeIsNotSupported = 106,

    /// <summary>Arguments: target, source, the property to add, its type.</summary>
    TargetLacksForeignKey = 107,

    /// <summary>Arguments: source, target, the property to add, its type.</summary>
    SourceLacksForeignKey = 108,

    /// <summary>Arguments: through model, the property to add.</summary>
    ThroughModelLacksDiscriminator = 109,

    /// <summary>Arguments: entity, property, reason.</summary>
    PolymorphicTargetsAreUnclear = 110,

    /// <summary>Arguments: the model with the foreign keys, the model referred to, the candidates, the setting.</summary>
    ForeignKeyIsAmbiguous = 111,

    /// <summary>Arguments: entity, property, reason and remedy.</summary>
    RelationPropertyCannotBeSet = 112,

    /// <summary>Arguments: entity, property, the contradiction.</summary>
    RelationContradicts = 113,

    /// <summary>Arguments: model, key.</summary>
    KeyIsNotUnique = 114,

    /// <summary>Arguments: through model, key to the source, key to the target.</summary>
    LinksAreNotUnique = 115,

    /// <summary>Arguments: entity, property.</summary>
    RelationPropertyShouldBeNullable = 116,

    /// <summary>Arguments: entity, property, target, inverse property, through model.</summary>
    InverseUsesOtherKeys = 117,

    /// <summary>Arguments: entity, property.</summary>
    RelationIsInitialized = 118,

    /// <summary>Arguments: the model with the foreign key, the foreign key, the key that it refers to, the relation, the other key, the other relation.</summary>
    ForeignKeyRefersToTwoModels = 119,
}
