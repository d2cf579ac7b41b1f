using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Relations.CodeFixes;

/// <summary>What a fix may ask: where the diagnostic stands, the relation around it, and the models that it joins.</summary>
internal sealed class FixScope(Document document, SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancel)
{
    public Diagnostic Diagnostic { get; } = diagnostic;

    public SemanticModel Model { get; } = model;

    public SyntaxNode Root { get; } = root;

    public CancellationToken Cancel { get; } = cancel;

    /// <summary>The node that the diagnostic underlines.</summary>
    public SyntaxNode Node { get; } = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The property around the diagnostic.</summary>
    public PropertyDeclarationSyntax? Property => Node.FirstAncestorOrSelf<PropertyDeclarationSyntax>();

    public IPropertySymbol? PropertySymbol => Property is null ? null : Model.GetDeclaredSymbol(Property, Cancel);

    /// <summary>The attribute that makes the property a relation.</summary>
    public AttributeSyntax? RelationAttribute => Property?.AttributeLists
        .SelectMany(static list => list.Attributes)
        .FirstOrDefault(attribute => Model.GetTypeInfo(attribute, Cancel).Type is { Name: "HasManyAttribute" or "HasOneAttribute" or "BelongsToAttribute", ContainingNamespace.Name: "Relations" });

    /// <summary>The relation's target as the property's type says.</summary>
    public INamedTypeSymbol? Target => PropertySymbol?.Type switch
    {
        IArrayTypeSymbol array => OfLink(array.ElementType as INamedTypeSymbol),
        INamedTypeSymbol { TypeArguments: [INamedTypeSymbol element] } => OfLink(element),
        INamedTypeSymbol type => type,
        _ => null,
    };

    /// <summary>The through model.</summary>
    public INamedTypeSymbol? Through => RelationAttribute?.ArgumentList?.Arguments.Select(static argument => argument.Expression).OfType<TypeOfExpressionSyntax>().FirstOrDefault() is { } type
        ? Model.GetTypeInfo(type.Type, Cancel).Type as INamedTypeSymbol
        : null;

    public string Argument(string name) => Diagnostic.Properties.TryGetValue(name, out var value) ? value ?? "" : "";

    /// <summary>One of the relation's models by its name.</summary>
    public INamedTypeSymbol? ModelNamed(string name) =>
        new[] { Through, Target, PropertySymbol?.ContainingType }.FirstOrDefault(type => type?.Name == name);

    /// <summary>The places in the solution where the user wrote the type.</summary>
    public IEnumerable<TypeDeclarationSyntax> Declarations(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Where(reference => Editable(reference.SyntaxTree) is not null)
        .Select(reference => reference.GetSyntax(Cancel))
        .OfType<TypeDeclarationSyntax>();

    public DocumentChange? Change(SyntaxTree tree, TextSpan span, string text) =>
        Editable(tree) is { } editable ? new DocumentChange(editable.Id, new TextChange(span, text)) : null;

    /// <summary>The repair that makes all these changes, or one that makes none where a change has no place.</summary>
    public Fix Fix(string title, string kind, params IEnumerable<DocumentChange?> changes)
    {
        var all = changes.ToList();
        return new(title, $"{Diagnostic.Id}.{kind}", all.Contains(null) ? ImmutableArray<DocumentChange>.Empty : [.. all.OfType<DocumentChange>()]);
    }

    /// <summary>A type as it is written at a place, without its question mark.</summary>
    public string Written(ITypeSymbol type, SyntaxNode at) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(ModelOf(at.SyntaxTree), at.SpanStart);

    /// <summary>A type as it is written where only types can stand: a property of the same name does not hide it there.</summary>
    public string WrittenAsType(INamedTypeSymbol type, SyntaxNode at) =>
        ModelOf(at.SyntaxTree).LookupNamespacesAndTypes(at.SpanStart, name: type.Name) is [var found] && SymbolEqualityComparer.Default.Equals(found, type) ? type.Name : Written(type, at);

    /// <summary>A type's full name as it is written at a place.</summary>
    public string Written(string fullName, SyntaxNode at)
    {
        var type = ModelOf(at.SyntaxTree).GetSpeculativeTypeInfo(at.SpanStart, SyntaxFactory.ParseTypeName(fullName), SpeculativeBindingOption.BindAsTypeOrNamespace).Type;
        return type is null or IErrorTypeSymbol ? fullName : Written(type, at);
    }

    /// <summary>Whether a type can be written at a place by its short name.</summary>
    public bool IsInScope(string shortName, SyntaxNode at) => !ModelOf(at.SyntaxTree).LookupNamespacesAndTypes(at.SpanStart, name: shortName).IsEmpty;

    public SemanticModel ModelOf(SyntaxTree tree) =>
        tree == Model.SyntaxTree ? Model
        : Model.Compilation.ContainsSyntaxTree(tree) ? Model.Compilation.GetSemanticModel(tree)
        : Editable(tree)!.GetSemanticModelAsync(Cancel).GetAwaiter().GetResult()!; // another project's, whose compilation is there already

    private static INamedTypeSymbol? OfLink(INamedTypeSymbol? element) =>
        element is { Name: "Link", TypeArguments: [INamedTypeSymbol target, _], ContainingNamespace.Name: "Relations" } ? target : element;

    private Document? Editable(SyntaxTree tree) => document.Project.Solution.GetDocument(tree) is { } found and not SourceGeneratedDocument ? found : null;
}
