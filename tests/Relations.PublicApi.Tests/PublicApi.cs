using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Relations.PublicApi.Tests;

/// <summary>Reads the metadata of an assembly and writes its public surface, sorted.</summary>
internal static class PublicApi
{
    /// <summary>The surface of an assembly that was built for a framework.</summary>
    public static string Of(string assembly, string framework)
    {
        var packaged = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, framework), "*.dll").ToDictionary(static path => Path.GetFileNameWithoutExtension(path), static path => MetadataReference.CreateFromFile(path), StringComparer.Ordinal);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => !packaged.ContainsKey(Path.GetFileNameWithoutExtension(path)));
        var compilation = CSharpCompilation.Create("Reader", references: [.. packaged.Values, .. platform.Select(static path => MetadataReference.CreateFromFile(path))]);

        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(packaged[assembly])!;
        var types = Types(symbol.GlobalNamespace).Select(static type => (Line: PublicApiLine.Of(type), Members: Members(type).Select(PublicApiLine.Of).Order(StringComparer.Ordinal)));
        var lines = types.OrderBy(static type => type.Line, StringComparer.Ordinal).SelectMany(static type => type.Members.Prepend(type.Line));
        return string.Concat(lines.Select(static line => line + "\n"));
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(static member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol type when IsVisible(type) => [type, .. Types(type)],
        _ => [],
    });

    // Accessors are written with their property or event; what C# cannot name is not for users.
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type) =>
        type.GetMembers().Where(static member => IsVisible(member) && IsWritten(member) && !member.Name.Contains('<', StringComparison.Ordinal));

    private static bool IsWritten(ISymbol member) => member switch
    {
        IFieldSymbol or IPropertySymbol or IEventSymbol => true,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.TypeKind != TypeKind.Enum,
        IMethodSymbol method => method.MethodKind is MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion,
        _ => false,
    };

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public
        || symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal && symbol.ContainingType is { IsSealed: false };
}
