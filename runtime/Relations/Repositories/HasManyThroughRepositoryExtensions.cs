using Relations.Definitions;
using Relations.Querying;

namespace Relations;

/// <summary>The forms without through data, for relations whose through row requires none.</summary>
public static class HasManyThroughRepositoryExtensions
{
    extension<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>(
        HasManyThroughRepository<TTarget, TKey, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData> relation)
        where TTarget : class where TKey : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
        where TThrough : class where TThroughProperties : struct, IProperties<TThroughProperties> where TThroughPatch : Patch
        where TTargetKey : notnull where TThroughData : class, new()
    {
        /// <summary>Adds a target and links it to the source, both or neither.</summary>
        /// <inheritdoc cref="HasManyThroughRepository{TTarget,TKey,TProperties,TPatch,TThrough,TThroughProperties,TThroughPatch,TTargetKey,TThroughData}.CreateAsync"/>
        public ValueTask<TTarget> CreateAsync(TTarget target, CancellationToken cancellationToken = default) => relation.CreateAsync(target, new TThroughData(), cancellationToken);

        /// <summary>Adds targets and links each to the source, all or none.</summary>
        /// <inheritdoc cref="HasManyThroughRepository{TTarget,TKey,TProperties,TPatch,TThrough,TThroughProperties,TThroughPatch,TTargetKey,TThroughData}.CreateAllAsync"/>
        public ValueTask<List<TTarget>> CreateAllAsync(IEnumerable<TTarget> targets, CancellationToken cancellationToken = default) => relation.CreateAllAsync(targets, new TThroughData(), cancellationToken);

        /// <summary>Links a target to the source.</summary>
        /// <inheritdoc cref="HasManyThroughRepository{TTarget,TKey,TProperties,TPatch,TThrough,TThroughProperties,TThroughPatch,TTargetKey,TThroughData}.LinkAsync"/>
        public ValueTask<bool> LinkAsync(TTargetKey targetKey, CancellationToken cancellationToken = default) => relation.LinkAsync(targetKey, new TThroughData(), cancellationToken);

        /// <summary>Links targets to the source in one statement, all or none.</summary>
        /// <inheritdoc cref="HasManyThroughRepository{TTarget,TKey,TProperties,TPatch,TThrough,TThroughProperties,TThroughPatch,TTargetKey,TThroughData}.LinkAllAsync"/>
        public ValueTask<int> LinkAllAsync(IEnumerable<TTargetKey> targetKeys, CancellationToken cancellationToken = default) => relation.LinkAllAsync(targetKeys, new TThroughData(), cancellationToken);

        /// <summary>Makes these targets the source's only ones.</summary>
        /// <inheritdoc cref="HasManyThroughRepository{TTarget,TKey,TProperties,TPatch,TThrough,TThroughProperties,TThroughPatch,TTargetKey,TThroughData}.SetAsync"/>
        public ValueTask<SetResult> SetAsync(IEnumerable<TTargetKey> targetKeys, CancellationToken cancellationToken = default) => relation.SetAsync(targetKeys, new TThroughData(), cancellationToken);
    }
}
