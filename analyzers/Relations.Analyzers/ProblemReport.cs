using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Relations.Generator.Parsing;

namespace Relations.Analyzers;

/// <summary>Makes diagnostics of the parser's problems.</summary>
internal static class ProblemReport
{
    public static Diagnostic Of(Problem problem, INamedTypeSymbol entity, Compilation compilation) => Of(problem with { Location = Here(problem.Location, entity, compilation) });

    /// <summary>The diagnostic of a problem that is known to be in this project.</summary>
    public static Diagnostic Of(Problem problem) => Diagnostic.Create(
        ProblemRules.Of(problem.Kind),
        problem.Location,
        ArgumentsByName(problem),
        MessageArguments(problem));

    /// <summary>
    /// The problem may be with what the entity inherits from another project. Its place there is nothing that this compilation may
    /// report at, so it is reported on the entity.
    /// </summary>
    private static Location Here(Location location, INamedTypeSymbol entity, Compilation compilation) =>
        location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree) ? location : Syntax.Identifier(entity);

    private static ImmutableDictionary<string, string?> ArgumentsByName(Problem problem)
    {
        var names = ProblemRules.ArgumentNames(problem.Kind);
        var arguments = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        for (var index = 0; index < names.Length; index++)
        {
            if (names[index].Length > 0)
            {
                arguments.Add(names[index], problem.Arguments[index]);
            }
        }

        return arguments.ToImmutable();
    }

    private static object[] MessageArguments(Problem problem)
    {
        object[] arguments = [.. problem.Arguments];
        switch (problem.Kind)
        {
            case ProblemKind.NamedKeyDoesNotExist:
                arguments[3] = problem.Arguments[3] is { Length: > 0 } meant ? $"did you mean '{meant}'?" : "name one that has a column";
                break;
            case ProblemKind.RelatedTypeIsNoEntity when problem.Arguments[3].Length == 0:
                arguments[3] = $"add [Entity] to {problem.Arguments[0]}";
                break;
        }

        return arguments;
    }
}
