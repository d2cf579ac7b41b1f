using System.Runtime.CompilerServices;

namespace Relations.Tests.House;

/// <summary>The library's own source files, as they stand in the repository that these tests were built from.</summary>
internal static class Sources
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Of(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All that people have written, and no approved output of the generator.</summary>
    public static IEnumerable<string> Written => new[] { "analyzers", "generator", "runtime", "samples", "tests" }.SelectMany(Of)
        .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}Snapshots{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    // A deterministic build replaces the beginning of source paths, so the folder of the test run is the second place to look.
    private static string FindRoot([CallerFilePath] string file = "") =>
        Above(Path.GetDirectoryName(file)) ?? Above(TestContext.CurrentContext.TestDirectory) ?? Above(Environment.CurrentDirectory)
        ?? throw new InvalidOperationException("The repository was not found above the tests.");

    private static string? Above(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Relations.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
