using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Tracking;

/// <summary>All by which a file can change what the code of another file means, unless that code looks into a type.</summary>
/// <param name="Text">Usings, attributes of the assembly, types (with modifiers, type parameters, bases and the names of their attributes), constants, enums, extension members, and locals of the program.</param>
/// <param name="AttributedTypes">The types that have an attribute, or a partial property that has one.</param>
/// <param name="DeclaredNames">The simple names of the types that are declared here.</param>
/// <param name="GlobalNames">The names in global usings of types, and in extension members.</param>
/// <param name="Aliases">The aliases that hold in this file.</param>
/// <param name="GlobalAliases">The aliases for all files that are declared here.</param>
internal sealed record TreeHeader(
    string Text,
    IReadOnlyList<TypeDeclarationSyntax> AttributedTypes,
    IReadOnlyCollection<string> DeclaredNames,
    IReadOnlyCollection<string> GlobalNames,
    IReadOnlyCollection<string> Aliases,
    IReadOnlyCollection<string> GlobalAliases);
