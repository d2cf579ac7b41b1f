using System.Text.Json.Nodes;
using Relations.Definitions;
using Relations.Querying;

namespace Relations.Tests.ModelBased;

/// <summary>Makes the accesses, so that the compiler finds their types.</summary>
internal static class RelationAccess
{
    public static IRelationAccess Through<TSourceKey, TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>(
        Func<Session, TSourceKey, HasManyThroughRepository<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>> relation)
        where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
        where TThrough : class where TThroughProperties : struct, IProperties<TThroughProperties> where TThroughPatch : Patch
        where TTargetKey : notnull where TThroughData : class =>
        new ThroughAccess<TSourceKey, TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>(relation);

    public static IRelationAccess Many<TSourceKey, TTarget, TKey, TProperties, TPatch>(Func<Session, TSourceKey, HasManyRepository<TTarget, TKey, TProperties, TPatch>> relation)
        where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch =>
        new ManyAccess<TSourceKey, TTarget, TKey, TProperties, TPatch>(relation);

    public static IRelationAccess One<TSourceKey, TTarget, TKey, TProperties, TPatch>(Func<Session, TSourceKey, HasOneRepository<TTarget, TKey, TProperties, TPatch>> relation)
        where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch =>
        new OneAccess<TSourceKey, TTarget, TKey, TProperties, TPatch>(relation);

    public static IRelationAccess BelongsTo<TId, TTarget, TKey, TProperties>(Func<Session, TId, BelongsToAccessor<TTarget, TKey, TProperties>> relation)
        where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> =>
        new BelongsToAccess<TId, TTarget>((session, id, filter) => filter is null ? relation(session, id).FindAsync() : relation(session, id).FindAsync(filter));

    public static IRelationAccess BelongsToOneOf<TId, TTarget, TKey, TProperties>(Func<Session, TId, PolymorphicBelongsToAccessor<TTarget, TKey, TProperties>> relation)
        where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> =>
        new BelongsToAccess<TId, TTarget>((session, id, filter) => filter is null ? relation(session, id).FindAsync() : relation(session, id).FindAsync(filter));

    public static IRelationAccess Polymorphic<TSourceKey, TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>(
        Func<Session, TSourceKey, PolymorphicThroughRepository<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>> relation,
        Dictionary<string, Func<JsonObject, TTarget>> readers)
        where TTarget : class where TProperties : struct, IProperties<TProperties> where TPatch : Patch
        where TThrough : class where TThroughProperties : struct, IProperties<TThroughProperties> where TThroughPatch : Patch
        where TTargetKey : notnull where TThroughData : class =>
        new PolymorphicAccess<TSourceKey, TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>(relation, readers);
}
