using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Tracking;

/// <summary>
/// Parses a file's header: all by which it can change what the code of another file means, unless that code looks into a type. That is usings, attributes of
/// the assembly, types (with modifiers, type parameters, bases and the names of their attributes), constants, enums, and extension members.
/// </summary>
internal sealed class HeaderParser
{
    private readonly StringBuilder text = new();

    private HeaderParser() { }

    public string Text => text.ToString();

    /// <summary>The types that have an attribute.</summary>
    public List<TypeDeclarationSyntax> AttributedTypes { get; } = [];

    public HashSet<string> DeclaredNames { get; } = new(StringComparer.Ordinal);

    public HashSet<string> GlobalNames { get; } = new(StringComparer.Ordinal);

    public HashSet<string> GlobalAliases { get; } = new(StringComparer.Ordinal);

    /// <summary>The aliases that hold in this file.</summary>
    public HashSet<string> Aliases { get; } = new(StringComparer.Ordinal);

    public static HeaderParser Parse(SyntaxTree tree, CancellationToken cancel)
    {
        var parser = new HeaderParser();
        parser.text.Append(tree.FilePath).Append('\n');
        if (tree.GetRoot(cancel) is CompilationUnitSyntax unit)
        {
            parser.ParseUsings(unit.Externs, unit.Usings);
            foreach (var list in unit.AttributeLists)
            {
                parser.Append(list);
            }

            parser.ParseMembers(unit.Members);
        }

        return parser;
    }

    private void ParseUsings(SyntaxList<ExternAliasDirectiveSyntax> externs, SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (var external in externs)
        {
            Append(external);
        }

        foreach (var directive in usings)
        {
            Append(directive);
            var isGlobal = directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
            if (isGlobal && TreeNames.NamesType(directive))
            {
                TreeNames.Add(directive, GlobalNames);
            }

            if (directive.Alias is { Name.Identifier.ValueText: var alias })
            {
                (isGlobal ? GlobalAliases : Aliases).Add(alias);
            }
        }
    }

    private void ParseMembers(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    text.Append("namespace ");
                    Append(space.Name);
                    text.Append('{');
                    ParseUsings(space.Externs, space.Usings);
                    ParseMembers(space.Members);
                    text.Append('}');
                    break;
                case TypeDeclarationSyntax { Keyword.ValueText: "extension" }: // its members are found beside those of any type
                    Append(member);
                    TreeNames.Add(member, GlobalNames);
                    break;
                case TypeDeclarationSyntax type:
                    ParseType(type);
                    break;
                case EnumDeclarationSyntax enumeration:
                    DeclaredNames.Add(enumeration.Identifier.ValueText);
                    Append(member);
                    break;
                case DelegateDeclarationSyntax callback:
                    DeclaredNames.Add(callback.Identifier.ValueText);
                    Append(member);
                    break;
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    Append(member);
                    break;
                case GlobalStatementSyntax:
                    text.Append(" statement"); // makes the class Program
                    break;
            }
        }
    }

    private void ParseType(TypeDeclarationSyntax type)
    {
        DeclaredNames.Add(type.Identifier.ValueText);
        if (type.AttributeLists.Count > 0)
        {
            AttributedTypes.Add(type);
            foreach (var list in type.AttributeLists)
            {
                foreach (var attribute in list.Attributes)
                {
                    text.Append('[');
                    Append(attribute.Name);
                    text.Append(']');
                }
            }
        }

        Append(type.Modifiers);
        Append(type.Keyword);
        if (type is RecordDeclarationSyntax record)
        {
            Append(record.ClassOrStructKeyword);
        }

        Append(type.Identifier);
        Append(type.TypeParameterList);
        Append(type.BaseList);
        foreach (var constraint in type.ConstraintClauses)
        {
            Append(constraint);
        }

        text.Append('{');
        ParseMembers(type.Members);
        text.Append('}');
    }

    private void Append(SyntaxNode? node)
    {
        if (node is not null)
        {
            foreach (var token in node.DescendantTokens())
            {
                Append(token);
            }
        }
    }

    private void Append(SyntaxTokenList tokens)
    {
        foreach (var token in tokens)
        {
            Append(token);
        }
    }

    private void Append(SyntaxToken token) => text.Append(' ').Append(token.Text);
}
