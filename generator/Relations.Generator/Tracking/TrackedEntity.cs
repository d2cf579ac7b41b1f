using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Generator.Model;
using Relations.Generator.Parsing;

namespace Relations.Generator.Tracking;

/// <summary>
/// A type that may be an entity, in one state of the project. It is parsed when it is first asked for its model; then it lets the compilation go and keeps which
/// files the model came of. Two are equal where parsing the one again, in the project of the other, would give the same model.
/// </summary>
internal sealed class TrackedEntity(TypeDeclarationSyntax declaration, ProjectTrees project) : IEquatable<TrackedEntity>
{
    private readonly TypeDeclarationSyntax declaration = declaration;
    private readonly ProjectFacts facts = project.Facts;
    private ProjectTrees? project = project;
    private volatile TrackedModel? parsed;

    /// <summary>The model, or null where the type is no entity or nothing is emitted for it.</summary>
    public EntityModel? Model(CancellationToken cancel)
    {
        if (parsed is null && project is { } current)
        {
            parsed = Parse(current, cancel);
            project = null;
        }

        return parsed!.Model;
    }

    public bool Equals(TrackedEntity? other) =>
        other is not null && ReferenceEquals(declaration, other.declaration) && (ReferenceEquals(this, other) || HoldsIn(other) || other.HoldsIn(this));

    public override bool Equals(object? obj) => Equals(obj as TrackedEntity);

    public override int GetHashCode() => declaration.GetHashCode();

    /// <summary>Whether the model that was parsed is also that of the other, which was not.</summary>
    private bool HoldsIn(TrackedEntity other) =>
        parsed is { Files: var files } && other.project is { } current && (ReferenceEquals(facts, other.facts) || facts.Equals(other.facts)) && current.Has(files);

    private TrackedModel Parse(ProjectTrees current, CancellationToken cancel)
    {
        var type = current.Compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancel);
        if (type is null || !IsFirst(type))
        {
            return new(null, Dependencies.Of(current, type is null ? [] : [type]));
        }

        var result = type.IsEntity() ? EntityParser.Parse(type, current.Compilation, cancel) : EntityParser.ParseUnmarked(type, current.Compilation, cancel);
        return new(result.Model, Dependencies.Of(current, result.Read));
    }

    /// <summary>Whether the type's attribute stands here, or, where it has none, its first relation: what stands on another part of the type too must not emit it twice.</summary>
    private bool IsFirst(INamedTypeSymbol type) =>
        KnownSymbols.Attribute(type, KnownSymbols.Relations, "EntityAttribute") is { } attribute
            ? IsHere(attribute.ApplicationSyntaxReference, static attribute => attribute.Parent?.Parent)
            : IsHere(EntityParser.FirstToImplement(type)?.DeclaringSyntaxReferences.FirstOrDefault(), static property => property.Parent);

    private bool IsHere(SyntaxReference? reference, Func<SyntaxNode, SyntaxNode?> typeOf) =>
        reference is not null && reference.SyntaxTree == declaration.SyntaxTree && typeOf(reference.GetSyntax()) == declaration;

    /// <summary>What came of parsing.</summary>
    /// <param name="Model">The model.</param>
    /// <param name="Files">The files that it came of, in the project's order.</param>
    private sealed record TrackedModel(EntityModel? Model, SyntaxTree[] Files);
}
