using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Tracking;

/// <summary>The names in a file by which the values in its attributes may depend on what stands inside types of other files: <c>nameof(Order.CustomerId)</c>, constants.</summary>
internal sealed class TreeNames
{
    private static readonly HashSet<string> None = [];

    private TreeNames() { }

    /// <summary>The names in attributes, but for those in <c>typeof(…)</c>, whose meaning headers decide.</summary>
    public HashSet<string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>The names in usings and in the values of constants and enum members.</summary>
    public HashSet<string> Constants { get; } = new(StringComparer.Ordinal);

    /// <summary>The names in lists of base types and in constraints.</summary>
    public HashSet<string> Bases { get; } = new(StringComparer.Ordinal);

    /// <summary>The names in the types of members, by the members' names: what <c>A.B</c> leads on to.</summary>
    public Dictionary<string, HashSet<string>> Members { get; } = new(StringComparer.Ordinal);

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

    public IReadOnlyCollection<string> TypeOf(string member) => Members.TryGetValue(member, out var names) ? names : None;

    private void Visit(SyntaxNode node)
    {
        foreach (var child in node.ChildNodes())
        {
            switch (child)
            {
                case AttributeListSyntax list:
                    Add(list, Attributes);
                    break;
                case UsingDirectiveSyntax or EnumDeclarationSyntax:
                    Add(child, Constants);
                    break;
                case BaseListSyntax or TypeParameterConstraintClauseSyntax:
                    Add(child, Bases);
                    break;
                case PropertyDeclarationSyntax property:
                    AddMember(property.Identifier, property.Type);
                    Visit(property);
                    break;
                case ParameterSyntax { Type: { } type } parameter:
                    AddMember(parameter.Identifier, type);
                    Visit(parameter);
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
            AddMember(variable.Identifier, field.Declaration.Type);
        }

        foreach (var list in field.AttributeLists)
        {
            Add(list, Attributes);
        }
    }

    private void AddMember(SyntaxToken name, TypeSyntax type)
    {
        if (!Members.TryGetValue(name.ValueText, out var names))
        {
            Members.Add(name.ValueText, names = new(StringComparer.Ordinal));
        }

        Add(type, names);
    }
}
