using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Relations.Definitions.Json;

/// <summary>A strong type in JSON: the value inside it, as filters and bodies have it; as the key of a dictionary, what that value is as one.</summary>
internal sealed class StrongTypeConverter<T, TStored>(Func<TStored, T> wrap, Func<T, TStored> unwrap) : JsonConverter<T> where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => wrap(JsonSerializer.Deserialize(ref reader, Inner(options))!);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, unwrap(value), Inner(options));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => wrap(InnerConverter(options).ReadAsPropertyName(ref reader, typeof(TStored), options));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => InnerConverter(options).WriteAsPropertyName(writer, unwrap(value)!, options);

    private static JsonConverter<TStored> InnerConverter(JsonSerializerOptions options) => (JsonConverter<TStored>)Inner(options).Converter;

    // Contracts made at compile time have it: that of the strong type refers to it.
    private static JsonTypeInfo<TStored> Inner(JsonSerializerOptions options) => (JsonTypeInfo<TStored>)options.GetTypeInfo(typeof(TStored));
}
