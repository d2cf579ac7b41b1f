using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Relations.Generator.Emitting;

namespace Relations.Generator;

/// <summary>The namespace of what is emitted once for each project.</summary>
internal static class RootNamespace
{
    /// <summary>
    /// The build property RootNamespace, else the assembly's name made an identifier. A type of the project may have the name, or that of a namespace around it:
    /// the class Todo in the project Todo. Then it is the namespace in which the type stands.
    /// </summary>
    public static string Of(AnalyzerConfigOptionsProvider options, Compilation compilation)
    {
        var name = options.GlobalOptions.TryGetValue("build_property.rootnamespace", out var declared) && !string.IsNullOrWhiteSpace(declared) ? declared : compilation.AssemblyName ?? "";
        var space = "";
        foreach (var part in name.Split('.').Select(Identifier).Where(static part => part.Length > 0))
        {
            if (compilation.Assembly.GetTypeByMetadataName(space.Replace("@", "") + part) is not null)
            {
                break;
            }

            space += CSharpText.Identifier(part) + ".";
        }

        return space.TrimEnd('.');
    }

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
