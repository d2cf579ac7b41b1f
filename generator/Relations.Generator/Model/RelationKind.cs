namespace Relations.Generator.Model;

/// <summary>The kinds of relation that are emitted differently.</summary>
internal enum RelationKind
{
    HasMany,
    HasManyThrough,
    HasOne,
    BelongsTo,
}
