using System.Text.Json;
using System.Text.Json.Serialization;
using Clinic;
using Relations.AotSmoke.Models;

namespace Relations.AotSmoke.Story;

/// <summary>How rows are written as JSON, made at compile time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(List<Doctor>))]
[JsonSerializable(typeof(List<Ward>))]
[JsonSerializable(typeof(Dictionary<WardId, int>))]
[JsonSerializable(typeof(Medicine))]
[JsonSerializable(typeof(Instrument))]
internal sealed partial class SmokeJson : JsonSerializerContext;
