using System.Reflection;

namespace Relations.Analyzers.Tests.Verification;

/// <summary>The folders of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Repository").Value!;
}
