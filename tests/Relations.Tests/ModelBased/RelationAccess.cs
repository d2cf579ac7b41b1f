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
}
