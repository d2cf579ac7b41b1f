using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Tracking;

/// <summary>The names in a file by which the values in its attributes, and the defaults of its parameters, may depend on what stands inside types of other files: <c>nameof(Order.CustomerId)</c>, constants.</summary>
internal sealed class TreeNames
{
    private readonly List<(string Name, TypeSyntax Type)> members = [];

    private TreeNames() { }

    /// <summary>The names of attributes, and those in their arguments and in the defaults of parameters, but for <c>typeof(…)</c>, whose meaning headers decide.</summary>
    public HashSet<string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>The names in usings of types, and in the values of constants and enum members.</summary>
    public HashSet<string> Constants { get; } = new(StringComparer.Ordinal);

    /// <summary>The names in lists of base types and in constraints.</summary>
    public HashSet<string> Bases { get; } = new(StringComparer.Ordinal);

    public static TreeNames Of(SyntaxTree tree)
    {
        var names = new TreeNames();
        names.Visit(tree.GetRoot());
        return names;
    }

    /// <summary>Adds all identifiers in a piece of code.</summary>
    public static void Add(SyntaxNode node, HashSet<string> names)
    {
        foreach (var token in node.DescendantTokens(static inner => inner is not TypeOfExpressionSyntax))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                names.Add(token.ValueText);
            }
        }
    }

    /// <summary>Whether a using names a type, whose members or other name it makes known, and not a namespace.</summary>
    public static bool NamesType(UsingDirectiveSyntax directive) => directive.Alias is not null || directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword);

    /// <summary>The names in the types of all members of this name: what <c>A.B</c> leads on to.</summary>
    public HashSet<string> TypesOf(string member)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, type) in members)
        {
            if (name == member)
            {
                Add(type, names);
            }
        }

        return names;
    }

    private void Visit(SyntaxNode node)
    {
        foreach (var child in node.ChildNodes())
        {
            switch (child)
            {
                case AttributeListSyntax list:
                    VisitAttributes(list);
                    break;
                case UsingDirectiveSyntax directive when !NamesType(directive):
                    break;
                case UsingDirectiveSyntax or EnumDeclarationSyntax:
                    Add(child, Constants);
                    break;
                case BaseListSyntax or TypeParameterConstraintClauseSyntax:
                    Add(child, Bases);
                    break;
                case PropertyDeclarationSyntax property:
                    members.Add((property.Identifier.ValueText, property.Type));
                    VisitAttributes(property.AttributeLists);
                    break;
                case ParameterSyntax { Type: { } type } parameter:
                    members.Add((parameter.Identifier.ValueText, type));
                    VisitAttributes(parameter.AttributeLists);
                    VisitValue(parameter.Default?.Value);
                    break;
                case BaseFieldDeclarationSyntax field:
                    VisitField(field);
                    break;
                case StatementSyntax or ExpressionSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or AccessorListSyntax:
                    break;
                default:
                    Visit(child);
                    break;
            }
        }
    }

    private void VisitField(BaseFieldDeclarationSyntax field)
    {
        if (field.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            Add(field, Constants);
        }

        foreach (var variable in field.Declaration.Variables)
        {
            members.Add((variable.Identifier.ValueText, field.Declaration.Type));
        }

        VisitAttributes(field.AttributeLists);
    }

    private void VisitAttributes(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
        {
            VisitAttributes(list);
        }
    }

    private void VisitAttributes(AttributeListSyntax list)
    {
        foreach (var attribute in list.Attributes)
        {
            if (attribute.ArgumentList is not { } arguments)
            {
                continue;
            }

            Attributes.Add(AttributeNames.Last(attribute.Name)); // an attribute of the project's own says what its arguments are
            foreach (var argument in arguments.Arguments)
            {
                VisitValue(argument.Expression);
            }
        }
    }

    private void VisitValue(ExpressionSyntax? value)
    {
        if (value is not (null or LiteralExpressionSyntax or TypeOfExpressionSyntax))
        {
            Add(value, Attributes);
        }
    }
}
