using Relations.Definitions;
using Relations.Querying;

namespace Relations;

/// <summary>The forms without through data, for polymorphic relations whose through row requires none.</summary>
public static class PolymorphicThroughRepositoryExtensions
{
    extension<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData>(
        PolymorphicThroughRepository<TTarget, TProperties, TPatch, TThrough, TThroughProperties, TThroughPatch, TTargetKey, TThroughData> relation)
        where TTarget : class where TProperties : struct, IProperties<TProperties> where TPatch : Patch
        where TThrough : class where TThroughProperties : struct, IProperties<TThroughProperties> where TThroughPatch : Patch
        where TTargetKey : notnull where TThroughData : class, new()
    {
        /// <summary>Adds a target to the table of its type and links it to the source, both or neither.</summary>
        /// <inheritdoc cref="PolymorphicThroughRepository{TTarget,TProperties,TPatch,TThrough,TThroughProperties,TThroughPatch,TTargetKey,TThroughData}.CreateAsync"/>
        public ValueTask<TTarget> CreateAsync(TTarget target, CancellationToken cancellationToken = default) => relation.CreateAsync(target, new TThroughData(), cancellationToken);

        /// <summary>Adds targets, each to the table of its type, and links each to the source, all or none.</summary>
        /// <inheritdoc cref="PolymorphicThroughRepository{TTarget,TProperties,TPatch,TThrough,TThroughProperties,TThroughPatch,TTargetKey,TThroughData}.CreateAllAsync"/>
        public ValueTask<List<TTarget>> CreateAllAsync(IEnumerable<TTarget> targets, CancellationToken cancellationToken = default) => relation.CreateAllAsync(targets, new TThroughData(), cancellationToken);

        /// <summary>Links a target to the source.</summary>
        /// <inheritdoc cref="PolymorphicThroughRepository{TTarget,TProperties,TPatch,TThrough,TThroughProperties,TThroughPatch,TTargetKey,TThroughData}.LinkAsync"/>
        public ValueTask<bool> LinkAsync(TTarget target, CancellationToken cancellationToken = default) => relation.LinkAsync(target, new TThroughData(), cancellationToken);

        /// <summary>Links targets to the source, all or none.</summary>
        /// <inheritdoc cref="PolymorphicThroughRepository{TTarget,TProperties,TPatch,TThrough,TThroughProperties,TThroughPatch,TTargetKey,TThroughData}.LinkAllAsync"/>
        public ValueTask<int> LinkAllAsync(IEnumerable<TTarget> targets, CancellationToken cancellationToken = default) => relation.LinkAllAsync(targets, new TThroughData(), cancellationToken);

        /// <summary>Makes these targets the source's only ones.</summary>
        /// <inheritdoc cref="PolymorphicThroughRepository{TTarget,TProperties,TPatch,TThrough,TThroughProperties,TThroughPatch,TTargetKey,TThroughData}.SetAsync"/>
        public ValueTask<SetResult> SetAsync(IEnumerable<TTarget> targets, CancellationToken cancellationToken = default) => relation.SetAsync(targets, new TThroughData(), cancellationToken);
    }
}
