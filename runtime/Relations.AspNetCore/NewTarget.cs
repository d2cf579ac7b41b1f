using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Relations.AspNetCore;

/// <summary>
/// The body of a request that creates a target of a has-many-through relation: the target's properties, and as a member <c>throughData</c> what its link carries.
/// It is checked as a <see cref="Body{T}"/> is.
/// </summary>
/// <typeparam name="TTarget">The target.</typeparam>
/// <typeparam name="TThroughData">What the link carries.</typeparam>
#pragma warning disable ASP0029 // The attribute may still change; without it, the validation of ASP.NET Core reads relations that are not loaded, and fails.
[SkipValidation]
#pragma warning restore ASP0029
public sealed class NewTarget<TTarget, TThroughData> where TTarget : class where TThroughData : class
{
    private NewTarget((TTarget Target, TThroughData ThroughData) said) => (Target, ThroughData) = said;

    /// <summary>The target.</summary>
    public TTarget Target { get; }

    /// <summary>What the link carries.</summary>
    public TThroughData ThroughData { get; }

    /// <summary>Reads the body; minimal APIs call it for a parameter of this type.</summary>
    /// <inheritdoc cref="Body{T}.BindAsync" path="/exception"/>
    public static async ValueTask<NewTarget<TTarget, TThroughData>?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (typeof(TThroughData) == typeof(NoThroughData))
        {
            throw new InvalidOperationException($"The links of this relation carry nothing: take a {nameof(Body<>)}<{typeof(TTarget).Name}> instead.");
        }

        var options = context.RequestServices.GetRequiredService<IOptions<RelationsHttpOptions>>().Value;
        var model = options.ModelOf(typeof(TThroughData));
        var json = await BodyReader.ReadAsync(context.Request, options.MaxBodyLength, context.RequestAborted).ConfigureAwait(false);
        try
        {
            return new(RelationsJson.Read<TTarget, TThroughData>(model, json.WrittenSpan));
        }
        catch (JsonException error)
        {
            throw BodyReader.NoJson(error);
        }
    }
}
