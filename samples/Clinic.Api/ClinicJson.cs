using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clinic.Api;

/// <summary>How answers are written, made at compile time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(List<Doctor>))]
[JsonSerializable(typeof(List<Patient>))]
[JsonSerializable(typeof(Counted))]
internal sealed partial class ClinicJson : JsonSerializerContext;
