using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Something wrong with a model. It lives only during a parse: the generator drops it, the analyzer reports it.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Location">The smallest span to change.</param>
/// <param name="Arguments">The message's arguments, as <see cref="ProblemKind"/> lists them.</param>
internal sealed record Problem(ProblemKind Kind, Location Location, EquatableArray<string> Arguments)
{
    public Problem(ProblemKind kind, Location location, params string[] arguments) : this(kind, location, new EquatableArray<string>(arguments))
    {
    }

    /// <summary>Whether it keeps the entity or relation from working, and not merely might surprise.</summary>
    public bool IsError => Kind < ProblemKind.KeyIsNotUnique;
}
