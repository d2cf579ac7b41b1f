using Relations.Definitions;

namespace Relations.AspNetCore;

/// <summary>How Relations behaves over HTTP.</summary>
public sealed class RelationsHttpOptions
{
    /// <summary>What errors look like unless the client asks for <c>application/problem+json</c>. Default: LoopBack's envelope.</summary>
    public ErrorFormat ErrorFormat { get; set; }

    /// <summary>The greatest length in bytes of a body that is read into a <see cref="Body{T}"/>. A longer one is answered with 413. Default: 1 MiB.</summary>
    public int MaxBodyLength { get; set; } = 1024 * 1024;

    /// <summary>How much a filter may ask for. Default: <see cref="FilterLimits.Default"/>.</summary>
    public FilterLimits FilterLimits { get; set; } = FilterLimits.Default;

    /// <summary>The models whose entities, patches and through data can be bodies.</summary>
    internal List<ModelDefinition> Models { get; } = [];

    /// <summary>The definition of a body.</summary>
    /// <exception cref="InvalidOperationException">The type belongs to no model that was added.</exception>
    internal ModelDefinition ModelOf(Type body) =>
        Models.Find(model => model.Body(body) is not null)
        ?? throw new InvalidOperationException($"{body} cannot be read from a body: it is no entity, patch or through data of a model that AddRelations was called with, or the entity's constructor is private.");
}
