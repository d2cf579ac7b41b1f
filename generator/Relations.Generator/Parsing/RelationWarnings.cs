using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>What works, but will surprise.</summary>
internal static class RelationWarnings
{
    public static void Report(ParseScope scope, EntityShape source, RelationDeclaration relation, EntityShape target, EntityShape? through, RelationKeys keys)
    {
        ReportKeyThatIsNotUnique(scope, source, relation, target, keys);
        ReportProperty(scope, source, relation, keys);
        if (through is not null)
        {
            ReportInverse(scope, source, relation, target, through, keys);
        }
    }

    /// <summary>What the property itself will surprise with, whatever it leads to.</summary>
    public static void ReportProperty(ParseScope scope, EntityShape source, RelationDeclaration relation, RelationKeys keys)
    {
        ReportMissingTarget(scope, source, relation, keys);
        ReportInitializer(scope, source, relation);
    }

    private static void ReportKeyThatIsNotUnique(ParseScope scope, EntityShape source, RelationDeclaration relation, EntityShape target, RelationKeys keys)
    {
        if (relation.Kind != RelationKind.BelongsTo && !source.IsUnique(keys.KeyFrom.Columns))
        {
            source.Problems.Add(new(ProblemKind.KeyIsNotUnique, relation.SettingLocation("KeyFrom", scope.Cancel), source.Type.Name, keys.KeyFrom.Names, Remedy(keys.KeyFrom)));
        }

        if (relation.Kind is RelationKind.BelongsTo or RelationKind.HasManyThrough && !target.IsUnique(keys.KeyTo.Columns))
        {
            source.Problems.Add(new(ProblemKind.KeyIsNotUnique, relation.SettingLocation("KeyTo", scope.Cancel), target.Type.Name, keys.KeyTo.Names, Remedy(keys.KeyTo)));
        }
    }

    private static string Remedy(KeyShape key) => key.Columns.Count == 1 ? "mark it [Unique]" : "name its parts in [Entity(Unique = [...])]";

    /// <summary>A target that may be missing is null.</summary>
    private static void ReportMissingTarget(ParseScope scope, EntityShape source, RelationDeclaration relation, RelationKeys keys)
    {
        if (relation.Type.IsPromised && (relation.Kind == RelationKind.HasOne || (relation.Kind == RelationKind.BelongsTo && keys.KeyFrom.Columns.Any(static column => column.Model.Is(PropertyKinds.Nullable)))))
        {
            source.Problems.Add(new(ProblemKind.RelationPropertyShouldBeNullable, relation.TypeLocation(scope.Cancel), source.Type.Name, relation.Property.Name));
        }
    }

    /// <summary>What is not null counts as loaded.</summary>
    private static void ReportInitializer(ParseScope scope, EntityShape source, RelationDeclaration relation)
    {
        if (Syntax.Declaration(relation.Property, scope.Cancel)?.Initializer is { Value: var value } && !Syntax.IsNull(value))
        {
            source.Problems.Add(new(ProblemKind.RelationIsInitialized, value.GetLocation(), source.Type.Name, relation.Property.Name));
        }
    }

    private static void ReportInverse(ParseScope scope, EntityShape source, RelationDeclaration relation, EntityShape target, EntityShape through, RelationKeys keys)
    {
        if (source == target)
        {
            return; // the other direction of a self-through relation is a relation of its own
        }

        var inverses = target.Relations.Where(other =>
            SymbolEqualityComparer.Default.Equals(other.Through, through.Type) && SymbolEqualityComparer.Default.Equals(other.Type.Element, source.Type)).ToList();
        if (inverses.Count == 0 || inverses.Exists(inverse => IsReverse(source, target, through, inverse, keys)))
        {
            return;
        }

        source.Problems.Add(new(
            ProblemKind.InverseUsesOtherKeys, relation.ThroughLocation(scope.Cancel),
            source.Type.Name, relation.Property.Name, target.Type.Name, inverses[0].Property.Name, through.Type.Name));
    }

    private static bool IsReverse(EntityShape source, EntityShape target, EntityShape through, RelationDeclaration inverse, RelationKeys keys) =>
        Uses(inverse.Setting("ThroughKeyFrom"), target, keys.KeyTo, keys.ThroughKeyTo!, through) &&
        Uses(inverse.Setting("ThroughKeyTo"), source, keys.KeyFrom, keys.ThroughKeyFrom!, through);

    private static bool Uses(string? named, EntityShape end, KeyShape key, KeyShape foreignKey, EntityShape through) =>
        (named is not null ? string.Join(", ", KeyShape.Split(named))
            : KeyConvention.ForeignKey(through, end.Type, [.. key.Columns.Select(static column => column.Name)], isThrough: true).Key?.Names ?? foreignKey.Names) == foreignKey.Names;
}
