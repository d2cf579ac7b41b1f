using Microsoft.CodeAnalysis;
using Relations.Generator.Parsing;

namespace Relations.Generator;

internal static class Pipeline
{
    /// <summary>Leaves nulls out.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values) where T : class =>
        values.Where(static value => value is not null)!;

    /// <summary>Whether the match is the type's first: an attribute repeated by mistake on another part of the type must not emit it twice.</summary>
    public static bool IsFirst(this GeneratorAttributeSyntaxContext match) =>
        KnownSymbols.Attribute(match.TargetSymbol, KnownSymbols.Relations, "EntityAttribute")?.ApplicationSyntaxReference is not { } first ||
        (first.SyntaxTree == match.TargetNode.SyntaxTree && match.TargetNode.Span.Contains(first.Span));
}
