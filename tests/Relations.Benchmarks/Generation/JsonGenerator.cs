using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Relations.Benchmarks.Generation;

/// <summary>System.Text.Json's generator, the one that this project itself was compiled with.</summary>
internal static class JsonGenerator
{
    /// <summary>Loads it.</summary>
    public static ISourceGenerator Create()
    {
        var path = typeof(JsonGenerator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "JsonGenerator").Value!;
        return new AnalyzerFileReference(path, new Loader()).GetGenerators(LanguageNames.CSharp).Single();
    }

    /// <summary>A context that lists all of these types.</summary>
    public static SyntaxTree Context(IEnumerable<string> types, CSharpParseOptions options)
    {
        var text = new StringBuilder("using System.Text.Json.Serialization;\n\nnamespace Large;\n\n");
        foreach (var type in types)
        {
            text.Append("[JsonSerializable(typeof(").Append(type).Append("))]\n");
        }

        return CSharpSyntaxTree.ParseText(text.Append("internal sealed partial class LargeContext : JsonSerializerContext;\n").ToString(), options, "LargeContext.cs");
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
            // It has none but the compiler, which is loaded.
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
