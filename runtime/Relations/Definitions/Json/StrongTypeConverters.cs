using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relations.Definitions.Json;

/// <summary>The converters of a model's strong types.</summary>
internal sealed class StrongTypeConverters(ModelDefinition model) : JsonConverterFactory
{
    private readonly Dictionary<Type, JsonConverter> converters = model.Entities
        .SelectMany(static entity => entity.Properties)
        .Where(static property => property.Mapping?.Json is not null)
        .DistinctBy(static property => property.Type)
        .ToDictionary(static property => property.Type, static property => property.Mapping!.Json!);

    public override bool CanConvert(Type typeToConvert) => converters.ContainsKey(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => converters[typeToConvert];
}
