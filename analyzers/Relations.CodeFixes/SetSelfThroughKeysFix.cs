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
        if (scope.RelationAttribute is not { } attribute || scope.Through is not { } through ||
            through.GetMembers(scope.Argument(ArgumentName.Property)).OfType<IPropertySymbol>().FirstOrDefault() is not { } shared)
        {
            yield break;
        }

        var type = shared.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString().TrimEnd('?');
        var others = Candidates.Of(scope, through, type).Where(name => name != shared.Name).ToList();
        foreach (var other in others)
        {
            yield return Use($"Use '{shared.Name}' and '{other}'", $"Use.{other}", shared.Name, other);
            yield return Use($"Use '{other}' and '{shared.Name}'", $"Use.{other}.{shared.Name}", other, shared.Name);
        }

        var added = "Other" + scope.Argument(ArgumentName.Referred) + "Id";
        if (others.Count == 0 && through.GetMembers(added).IsEmpty)
        {
            yield return Use(
                $"Add '{added}' to {through.Name} and use it", "Add", shared.Name, added,
                Edits.AddProperty(scope, through, at => $"public {scope.Written(shared.Type, at)} {added} {{ get; set; }}"));
        }

        Fix Use(string title, string kind, string from, string to, params IEnumerable<DocumentChange?> more) => scope.Fix(
            title, kind,
            [Edits.Set(scope, attribute, "ThroughKeyFrom", NameOf(from)), Edits.Set(scope, attribute, "ThroughKeyTo", NameOf(to)), .. more]);

        string NameOf(string property) => $"nameof({scope.Written(through, attribute)}.{property})";
    }
}
