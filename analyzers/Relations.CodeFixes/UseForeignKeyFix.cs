using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Names an existing property as the foreign key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseForeignKeyFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ThroughModelLacksSourceKey, RuleIds.ThroughModelLacksTargetKey, RuleIds.TargetLacksForeignKey, RuleIds.SourceLacksForeignKey, RuleIds.ForeignKeyIsAmbiguous];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (scope.RelationAttribute is not { } attribute || scope.ModelNamed(scope.Argument(ArgumentName.Model)) is not { } holder || SettingOf(scope) is not { } setting)
        {
            yield break;
        }

        foreach (var candidate in CandidatesOf(scope, holder))
        {
            yield return scope.Fix(
                $"Use '{candidate}' as {setting}", $"Use.{candidate}",
                Edits.Set(scope, attribute, setting, candidate.Contains(',') ? $"\"{candidate}\"" : $"nameof({Owner(scope, holder, attribute)}{candidate})"));
        }
    }

    /// <summary>What stands before the property of another model.</summary>
    private static string Owner(FixScope scope, INamedTypeSymbol holder, AttributeSyntax attribute) =>
        SymbolEqualityComparer.Default.Equals(holder, scope.PropertySymbol?.ContainingType) ? "" : scope.Written(holder, attribute) + ".";

    private static string? SettingOf(FixScope scope) => scope.Diagnostic.Id switch
    {
        RuleIds.ThroughModelLacksSourceKey => "ThroughKeyFrom",
        RuleIds.ThroughModelLacksTargetKey => "ThroughKeyTo",
        RuleIds.TargetLacksForeignKey => "KeyTo",
        RuleIds.SourceLacksForeignKey => "KeyFrom",
        _ when scope.Through is null => "KeyTo",
        _ when SymbolEqualityComparer.Default.Equals(scope.Target, scope.PropertySymbol?.ContainingType) => null, // both ends are unclear: no single key settles them
        _ => scope.Argument(ArgumentName.Referred) == scope.Target?.Name ? "ThroughKeyTo" : "ThroughKeyFrom",
    };

    private static IEnumerable<string> CandidatesOf(FixScope scope, INamedTypeSymbol holder) =>
        scope.Diagnostic.Id == RuleIds.ForeignKeyIsAmbiguous
            ? scope.Argument(ArgumentName.Candidates) is var all && all.Contains(';') ? all.Split(["; "], StringSplitOptions.RemoveEmptyEntries) : all.Split([", "], StringSplitOptions.RemoveEmptyEntries)
            : Candidates.Of(scope, holder, scope.Argument(ArgumentName.Type));
}
