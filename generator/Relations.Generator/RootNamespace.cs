using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Relations.Generator.Emitting;

namespace Relations.Generator;

/// <summary>The namespace of what is emitted once for each project.</summary>
internal static class RootNamespace
{
    /// <summary>The build property RootNamespace, else the assembly's name made an identifier.</summary>
    public static string Of(AnalyzerConfigOptionsProvider options, Compilation compilation) =>
        Sanitised(options.GlobalOptions.TryGetValue("build_property.rootnamespace", out var declared) && !string.IsNullOrWhiteSpace(declared) ? declared : compilation.AssemblyName ?? "");

    private static string Sanitised(string name) =>
        string.Join(".", name.Split('.').Select(static part => CSharpText.Identifier(Identifier(part))).Where(static part => part.Length > 0));

    private static string Identifier(string part)
    {
        var identifier = new StringBuilder();
        foreach (var character in part)
        {
            var isValid = identifier.Length == 0 ? SyntaxFacts.IsIdentifierStartCharacter(character) : SyntaxFacts.IsIdentifierPartCharacter(character);
            if (!isValid && identifier.Length == 0 && SyntaxFacts.IsIdentifierPartCharacter(character))
            {
                identifier.Append('_').Append(character);
            }
            else
            {
                identifier.Append(isValid ? character : '_');
            }
        }

        return identifier.ToString();
    }
}
