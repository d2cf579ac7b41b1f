using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Parsing;

/// <summary>Where in the source something stands: the smallest span that a user would change.</summary>
internal static class Syntax
{
    /// <summary>The file names of this generator's output hold this, whatever the platform's separator.</summary>
    private const string GeneratedFolder = "Relations.Generator.RelationsGenerator";

    /// <summary>Whether a part of a declaration was emitted by this generator: the analyzer sees its own output, and must not take it for the user's.</summary>
    public static bool IsEmitted(SyntaxReference reference) => reference.SyntaxTree.FilePath.Contains(GeneratedFolder);

    /// <summary>Whether the user wrote a part of it himself.</summary>
    public static bool IsUserWritten(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(static reference => !IsEmitted(reference));

    public static Location Identifier(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(static location => location.SourceTree is { } tree && !tree.FilePath.Contains(GeneratedFolder))
        ?? symbol.Locations.FirstOrDefault() ?? Location.None;

    public static Location TypeOf(IPropertySymbol property, CancellationToken cancel) =>
        Declaration(property, cancel)?.Type.GetLocation() ?? Identifier(property);

    public static PropertyDeclarationSyntax? Declaration(IPropertySymbol property, CancellationToken cancel) =>
        property.DeclaringSyntaxReferences
            .Where(static reference => !IsEmitted(reference))
            .Select(reference => reference.GetSyntax(cancel))
            .OfType<PropertyDeclarationSyntax>().FirstOrDefault();

    /// <summary>Whether an expression is null as it stands: <c>null</c>, <c>null!</c>, <c>default</c>.</summary>
    public static bool IsNull(ExpressionSyntax expression) => expression switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand } => IsNull(operand),
        ParenthesizedExpressionSyntax { Expression: var inner } => IsNull(inner),
        _ => expression.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression or SyntaxKind.DefaultExpression,
    };

    /// <summary>Whether there is documentation for others to inherit; what comes from another project may have some.</summary>
    public static bool IsDocumented(IPropertySymbol property, CancellationToken cancel)
    {
        var references = property.DeclaringSyntaxReferences;
        return references.IsEmpty || references.Any(reference => !IsEmitted(reference) && HasDocumentation(reference.GetSyntax(cancel)));
    }

    /// <summary>A record documents its parameters in its own documentation. Where nobody asked the compiler for documentation, it takes such comments for others.</summary>
    private static bool HasDocumentation(SyntaxNode node)
    {
        var declaration = node is ParameterSyntax { Parent.Parent: { } record } ? record : node;
        return declaration.GetLeadingTrivia().Any(static trivia => trivia.HasStructure
            ? trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia)
            : trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) ? trivia.ToString().StartsWith("///", StringComparison.Ordinal)
            : trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && trivia.ToString().StartsWith("/**", StringComparison.Ordinal));
    }

    /// <summary>The value given to a setting of an attribute, such as the <c>nameof(…)</c> of <c>KeyFrom</c>.</summary>
    public static Location? Setting(AttributeData attribute, string name, CancellationToken cancel) =>
        Arguments(attribute, cancel).FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression.GetLocation();

    /// <summary>The first argument that is no setting, such as the <c>typeof(…)</c> of a through model.</summary>
    public static Location? FirstArgument(AttributeData attribute, CancellationToken cancel) =>
        Arguments(attribute, cancel).FirstOrDefault(static argument => argument.NameEquals is null)?.Expression.GetLocation();

    public static Location? Attribute(AttributeData attribute, CancellationToken cancel) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancel).GetLocation();

    /// <summary>Whether the compiler cannot make out what an attribute says, be it still being typed: then the compiler speaks of it, and nothing else is to be said.</summary>
    public static bool IsUnclear(AttributeData attribute, CancellationToken cancel) =>
        attribute.AttributeConstructor is null ||
        attribute.ConstructorArguments.Any(static argument => argument.Kind == TypedConstantKind.Error) ||
        attribute.NamedArguments.Any(static argument => argument.Value.Kind == TypedConstantKind.Error) ||
        attribute.ApplicationSyntaxReference?.GetSyntax(cancel).ContainsDiagnostics is true;

    /// <summary>Whether a declaration lacks its end, so that it is still being typed, and of another kind perhaps.</summary>
    public static bool IsUnfinished(ISymbol symbol, CancellationToken cancel) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancel) switch
    {
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { SemicolonToken.IsMissing: true } } => true,
        PropertyDeclarationSyntax { AccessorList: { CloseBraceToken.IsMissing: true } or { Accessors.Count: 0 } } => true,
        _ => false,
    };

    private static IEnumerable<AttributeArgumentSyntax> Arguments(AttributeData attribute, CancellationToken cancel) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancel) is AttributeSyntax { ArgumentList.Arguments: var arguments } ? arguments : [];
}
