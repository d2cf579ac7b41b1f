namespace Relations.Definitions;

/// <summary>LoopBack's relation types.</summary>
public enum RelationType
{
    /// <summary>Many targets, with or without a through model.</summary>
    HasMany,

    /// <summary>At most one target, which holds the foreign key.</summary>
    HasOne,

    /// <summary>One target, to which the source holds the foreign key.</summary>
    BelongsTo,
}
