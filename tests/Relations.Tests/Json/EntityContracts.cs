using System.Text.Json;
using System.Text.Json.Serialization;
using Relations.Tests.Models;

namespace Relations.Tests.Json;

/// <summary>Contracts that are made at compile time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(List<Doctor>))]
[JsonSerializable(typeof(Appointment))]
[JsonSerializable(typeof(Tree))]
internal sealed partial class EntityContracts : JsonSerializerContext;
