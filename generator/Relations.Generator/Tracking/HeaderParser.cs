using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Tracking;

/// <summary>Parses a file's header, of its syntax alone.</summary>
internal sealed class HeaderParser
{
    private readonly StringBuilder text = new();
    private readonly List<TypeDeclarationSyntax> attributedTypes = [];
    private readonly HashSet<string> declaredNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> globalNames = new(StringComparer.Ordinal);
    private readonly List<string> globalAliases = [];
    private readonly List<string> aliases = [];

    private HeaderParser() { }

    public static TreeHeader Parse(SyntaxTree tree, CancellationToken cancel)
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

        return new(parser.text.ToString(), parser.attributedTypes, parser.declaredNames, parser.globalNames, parser.aliases, parser.globalAliases);
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
                TreeNames.Add(directive, globalNames);
            }

            if (directive.Alias is { Name.Identifier.ValueText: var alias })
            {
                (isGlobal ? globalAliases : aliases).Add(alias);
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
                    TreeNames.Add(member, globalNames);
                    break;
                case TypeDeclarationSyntax type:
                    ParseType(type);
                    break;
                case EnumDeclarationSyntax enumeration:
                    declaredNames.Add(enumeration.Identifier.ValueText);
                    Append(member);
                    break;
                case DelegateDeclarationSyntax callback:
                    declaredNames.Add(callback.Identifier.ValueText);
                    Append(member);
                    break;
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    Append(member);
                    break;
                case GlobalStatementSyntax { Statement: var statement }:
                    text.Append(" statement"); // makes the class Program
                    AppendLocals(statement);
                    break;
            }
        }
    }

    private void ParseType(TypeDeclarationSyntax type)
    {
        declaredNames.Add(type.Identifier.ValueText);
        if (AttributeNames.HasAny(type))
        {
            attributedTypes.Add(type);
        }

        foreach (var list in type.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                text.Append('[');
                Append(attribute.Name);
                text.Append(']');
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

    /// <summary>Locals of the program are seen in all files, though it is an error to use them there: a name in an attribute's value may mean one.</summary>
    private void AppendLocals(StatementSyntax statement)
    {
        foreach (var node in statement.DescendantNodesAndSelf(static node => node is not (BlockSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)))
        {
            switch (node)
            {
                case VariableDeclaratorSyntax variable:
                    Append(variable.Identifier);
                    break;
                case SingleVariableDesignationSyntax variable:
                    Append(variable.Identifier);
                    break;
                case LocalFunctionStatementSyntax function:
                    Append(function.Identifier);
                    break;
            }
        }
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
