using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Relations.Analyzers;

namespace Relations.CodeFixes;

/// <summary>Tells the two ends of a self-relation apart.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SetSelfThroughKeysFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.SelfThroughKeysAreTheSame];

    private protected override IEnumerable<Fix> FixesFor(FixScope scope)
    {
        if (scope.RelationAttribute is not { } attribute || scope.Through is not { } through)
        {
            yield break;
        }

        var shared = PropertyOf(through, scope.Argument(ArgumentName.Property));
        if ((shared ?? PropertyOf(scope.Target, "Id"))?.Type.WithNullableAnnotation(NullableAnnotation.None) is not { } type)
        {
            yield break;
        }

        var keys = Candidates.Of(scope, through, type.ToDisplayString().TrimEnd('?')).Where(name => name != shared?.Name).ToList();
        var pairs = keys.SelectMany(key => shared is null ? keys.Where(other => other != key).Select(other => (key, other)) : [(shared.Name, key), (key, shared.Name)]).ToList();
        foreach (var (from, to) in pairs)
        {
            yield return Use($"Use '{from}' and '{to}'", $"Use.{from}.{to}", from, to);
        }

        var added = "Other" + scope.Argument(ArgumentName.Referred) + "Id";
        if (pairs.Count == 0 && (shared?.Name ?? keys.FirstOrDefault()) is { } only && through.GetMembers(added).IsEmpty)
        {
            yield return Use(
                $"Add '{added}' to {through.Name} and use it", "Add", only, added,
                Edits.AddProperty(scope, through, at => $"public {scope.Written(type, at)} {added} {{ get; set; }}"));
        }

        Fix Use(string title, string kind, string from, string to, params IEnumerable<DocumentChange?> more) => scope.Fix(
            title, kind,
            [Edits.Set(scope, attribute, "ThroughKeyFrom", NameOf(from)), Edits.Set(scope, attribute, "ThroughKeyTo", NameOf(to)), .. more]);

        static IPropertySymbol? PropertyOf(INamedTypeSymbol? type, string name) => type?.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();

        string NameOf(string property) => $"nameof({scope.Written(through, attribute)}.{property})";
    }
}
