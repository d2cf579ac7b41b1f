using Microsoft.CodeAnalysis;

namespace Relations.Analyzers.Tests.Verification;

/// <summary>The framework that the tests run on, and the real runtime.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> All { get; } = [.. Paths().Select(static path => MetadataReference.CreateFromFile(path))];

    private static IEnumerable<string> Paths()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(EntityAttribute).Assembly.Location);
    }
}
