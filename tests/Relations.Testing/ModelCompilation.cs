using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Relations.Testing;

/// <summary>Makes compilations of models against the real runtime assembly.</summary>
public static class ModelCompilation
{
    /// <summary>The oldest C# with partial properties.</summary>
    public const LanguageVersion Lowest = LanguageVersion.CSharp13;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => IsReferenced(Path.GetFileNameWithoutExtension(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Missing documentation is a warning, as where users have it so.</summary>
    public static CSharpParseOptions ParseOptions(LanguageVersion version = LanguageVersion.Latest) =>
        new(version, DocumentationMode.Diagnose);

    /// <summary>A compilation of files, named in their order unless they have names.</summary>
    public static CSharpCompilation Of(IEnumerable<(string Path, string Text)> files, LanguageVersion version = LanguageVersion.Latest, NullableContextOptions nullable = NullableContextOptions.Enable) =>
        CSharpCompilation.Create(
            "Models",
            files.Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions(version), file.Path)),
            References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, deterministic: true));

    /// <summary>A compilation of one file, with the usual usings.</summary>
    public static CSharpCompilation Of(string source, LanguageVersion version = LanguageVersion.Latest, NullableContextOptions nullable = NullableContextOptions.Enable) =>
        Of([("Input.cs", source)], version, nullable);

    private static bool IsReferenced(string assembly) =>
        assembly is "Relations" or "mscorlib" or "netstandard" || assembly.StartsWith("System.", StringComparison.Ordinal);

    /// <summary>The same compilation with Microsoft.Extensions.DependencyInjection.</summary>
    public static CSharpCompilation WithServices(this CSharpCompilation compilation) =>
        compilation.AddReferences(
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(static path => Path.GetFileNameWithoutExtension(path).StartsWith("Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal))
                .Select(static path => MetadataReference.CreateFromFile(path)));
}
