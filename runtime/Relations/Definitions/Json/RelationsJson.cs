using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Relations.Definitions;
using Relations.Definitions.Json;

namespace Relations;

/// <summary>Entities as JSON, with System.Text.Json.</summary>
public static class RelationsJson
{
    /// <summary>
    /// A modifier of JSON contracts that leaves out the relations which were not included, as LoopBack does:
    /// <c>resolver.WithAddedModifier(RelationsJson.OmitUnloaded(RelationsModel.Definition))</c>. It works with reflected and with source-generated contracts.
    /// A relation that has a <c>Name</c> of its own has that name in JSON. Of a patch or through data, it leaves out what was not assigned, so that what is written can be read again.
    /// </summary>
    /// <param name="model">The entities.</param>
    public static Action<JsonTypeInfo> OmitUnloaded(ModelDefinition model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return contract =>
        {
            if (contract.Kind != JsonTypeInfoKind.Object)
            {
                return;
            }

            if (model.Entity(contract.Type) is { } entity)
            {
                UnloadedRelations.Omit(contract, entity);
            }
            else if (typeof(Assignments).IsAssignableFrom(contract.Type) && model.Body(contract.Type) is { } body)
            {
                UnassignedValues.Omit(contract, body.Entity);
            }
        };
    }

    /// <summary>
    /// A modifier of JSON contracts that writes the targets of polymorphic relations as what they are, and not only what all of them have in common. Each begins with
    /// its discriminator as <c>$type</c>. A type that says itself how it is written, with <c>[JsonDerivedType]</c>, goes on as it does.
    /// Contracts made at compile time must include the types.
    /// </summary>
    /// <param name="model">The entities.</param>
    public static Action<JsonTypeInfo> NameTypes(ModelDefinition model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return contract =>
        {
            if (contract is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: null })
            {
                NamedTypes.Name(contract, model);
            }
        };
    }

    /// <summary>Converts the strong types of the model's columns to the values inside them and back, as filters and bodies have them: <c>options.Converters.Add(RelationsJson.StrongTypes(RelationsModel.Definition))</c>.</summary>
    /// <param name="model">The entities.</param>
    public static JsonConverter StrongTypes(ModelDefinition model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new StrongTypeConverters(model);
    }

    /// <summary>Makes an entity, a patch or through data of a JSON object. Each property is in camelCase, and once at most.</summary>
    /// <param name="model">The entities.</param>
    /// <param name="utf8Json">The JSON text.</param>
    /// <exception cref="InvalidBodyException">The object does not fit: a property is unknown, missing, of another type, or not the caller's to set. Everything that is wrong is named.</exception>
    /// <exception cref="JsonException">The text is not valid JSON.</exception>
    /// <exception cref="ArgumentException">The type is none that the model can make of JSON.</exception>
    public static T Read<T>(ModelDefinition model, ReadOnlySpan<byte> utf8Json) where T : class
    {
        var body = Body<T>(model);
        return (T)body.Create(JsonBody.Read(body, utf8Json));
    }

    /// <summary>Makes an entity of a JSON object that replaces a row, as <c>ReplaceByIdAsync</c> does: values that the database generates may be given too, and those that it computes are passed over, so that what was written can be read again.</summary>
    /// <inheritdoc cref="Read{T}"/>
    public static T ReadReplacement<T>(ModelDefinition model, ReadOnlySpan<byte> utf8Json) where T : class
    {
        var body = Body<T>(model).Replacement;
        return (T)body.Create(JsonBody.Read(body, utf8Json));
    }

    /// <summary>Makes a new target and the through data of its link of a JSON object: the target's properties, and the through data as a member <c>throughData</c>.</summary>
    /// <inheritdoc cref="Read{T}"/>
    public static (TTarget Target, TThroughData ThroughData) Read<TTarget, TThroughData>(ModelDefinition model, ReadOnlySpan<byte> utf8Json) where TTarget : class where TThroughData : class
    {
        var (target, throughData) = (Body<TTarget>(model), Body<TThroughData>(model));
        var given = JsonBody.Read(target, throughData, utf8Json);
        return ((TTarget)target.Create(given.Target), (TThroughData)throughData.Create(given.ThroughData));
    }

    private static BodyDefinition Body<T>(ModelDefinition model) where T : class
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Body(typeof(T))
            ?? throw new ArgumentException($"A {typeof(T)} cannot be made of JSON: it is no entity, patch or through data of the model, or its constructor is private.", nameof(model));
    }
}
