using System.Text.Json;
using System.Text.Json.Serialization;
using Relations.Benchmarks.Comparing;

namespace Relations.Benchmarks.Reporting;

/// <summary>Results as JSON.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static void Write<T>(string path, T results) => File.WriteAllText(path, JsonSerializer.Serialize(results, Options) + "\n");

    public static IReadOnlyList<WorkResult> Read(string path) => JsonSerializer.Deserialize<List<WorkResult>>(File.ReadAllText(path), Options) ?? [];
}
