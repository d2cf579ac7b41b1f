using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Finds the keys of a relation: those it names, else those that the foreign key rule finds.</summary>
internal sealed class RelationKeyParser(ParseScope scope, EntityShape source)
{
    public RelationKeys? Parse(RelationDeclaration relation, EntityShape target, EntityShape? through) => relation.Kind switch
    {
        RelationKind.HasManyThrough => ParseThrough(relation, target, through!),
        RelationKind.BelongsTo => ParseBelongsTo(relation, target),
        _ => ParseHas(relation, target),
    };

    private RelationKeys? ParseThrough(RelationDeclaration relation, EntityShape target, EntityShape through)
    {
        var from = ParseEnd(relation, "KeyFrom", source, "ThroughKeyFrom", through, ProblemKind.ThroughModelLacksSourceKey);
        var to = ParseEnd(relation, "KeyTo", target, "ThroughKeyTo", through, ProblemKind.ThroughModelLacksTargetKey);
        if (from is null || to is null)
        {
            return null;
        }

        var keys = new RelationKeys(new(from.Value.Key), new(to.Value.Key), new(from.Value.ForeignKey), new(to.Value.ForeignKey));
        if (!keys.ThroughKeyFrom!.IsSame(keys.ThroughKeyTo!))
        {
            return keys;
        }

        Report(ProblemKind.SelfThroughKeysAreTheSame, relation.SettingLocation("ThroughKeyTo", scope.Cancel), through.Type.Name, source.Type.Name, keys.ThroughKeyTo!.Names);
        return null;
    }

    private RelationKeys? ParseHas(RelationDeclaration relation, EntityShape target) =>
        ParseEnd(relation, "KeyFrom", source, "KeyTo", target, ProblemKind.TargetLacksForeignKey) is { } end ? new(new(end.Key), new(end.ForeignKey)) : null;

    private RelationKeys? ParseBelongsTo(RelationDeclaration relation, EntityShape target)
    {
        if (!TryKey(relation, "KeyTo", target, out var key))
        {
            return null;
        }

        var named = KeyConvention.NamedKey(source, relation);
        var foreignKey = named is not null ? source.Column(named) : key is null ? null : KeyConvention.OwnKey(source, relation, key.Name);
        if (named is not null && foreignKey is null)
        {
            ReportNamedKey("KeyFrom", named, source, NamedLocation(relation));
            return null;
        }

        if (key is null || foreignKey is null)
        {
            ReportMissing(ProblemKind.SourceLacksForeignKey, relation.TypeLocation(scope.Cancel), source, target, key);
            return null;
        }

        return HaveSameType(relation, "KeyFrom", source, foreignKey, target, key) ? new(new(foreignKey), new(key)) : null;
    }

    private Location NamedLocation(RelationDeclaration relation) =>
        Syntax.Setting(relation.Attribute, "KeyFrom", scope.Cancel)
        ?? (relation.Attributes.ForeignKey is { } attribute ? Syntax.FirstArgument(attribute, scope.Cancel) : null)
        ?? relation.TypeLocation(scope.Cancel);

    /// <summary>One end of a relation: the key of an entity, and the foreign key that refers to it on the model that holds it.</summary>
    private (ColumnShape Key, ColumnShape ForeignKey)? ParseEnd(RelationDeclaration relation, string keySetting, EntityShape end, string foreignKeySetting, EntityShape holder, ProblemKind missing)
    {
        if (!TryKey(relation, keySetting, end, out var key))
        {
            return null;
        }

        if (relation.Setting(foreignKeySetting) is { } named)
        {
            if (holder.Column(named) is not { } foreignKey)
            {
                ReportNamedKey(foreignKeySetting, named, holder, relation.SettingLocation(foreignKeySetting, scope.Cancel));
                return null;
            }

            if (key is not null)
            {
                return HaveSameType(relation, foreignKeySetting, holder, foreignKey, end, key) ? (key, foreignKey) : null;
            }
        }

        return key is null ? Missing() : ParseInferred();

        (ColumnShape, ColumnShape)? ParseInferred()
        {
            var match = KeyConvention.ForeignKey(holder, end.Type, key.Name, isThrough: relation.Through is not null);
            if (match.IsAmbiguous)
            {
                Report(ProblemKind.ForeignKeyIsAmbiguous, relation.ThroughLocation(scope.Cancel), holder.Type.Name, end.Type.Name, string.Join(", ", match.Candidates));
                return null;
            }

            return match.Column is null ? Missing()
                : HaveSameType(relation, foreignKeySetting, holder, match.Column, end, key) ? (key, match.Column)
                : null;
        }

        (ColumnShape, ColumnShape)? Missing()
        {
            ReportMissing(missing, relation.ThroughLocation(scope.Cancel), holder, end, key);
            return null;
        }
    }

    /// <summary>The property that a foreign key refers to: the one that is named, else the primary key; null where that is several properties.</summary>
    private bool TryKey(RelationDeclaration relation, string setting, EntityShape end, out ColumnShape? key)
    {
        if (relation.Setting(setting) is not { } named)
        {
            key = end.Key is [var single] ? single : null;
            return true;
        }

        key = end.Column(named);
        if (key is not null)
        {
            return true;
        }

        ReportNamedKey(setting, named, end, relation.SettingLocation(setting, scope.Cancel));
        return false;
    }

    private bool HaveSameType(RelationDeclaration relation, string setting, EntityShape holder, ColumnShape foreignKey, EntityShape end, ColumnShape key)
    {
        if (foreignKey.Model.Type == key.Model.Type)
        {
            return true;
        }

        Report(
            ProblemKind.ForeignKeyTypeDiffers, relation.SettingLocation(setting, scope.Cancel),
            holder.Type.Name, foreignKey.Name, foreignKey.Property.Type.ToDisplayString(), end.Type.Name, key.Name, key.Property.Type.ToDisplayString());
        return false;
    }

    private void ReportNamedKey(string setting, string named, EntityShape model, Location location)
    {
        Report(ProblemKind.NamedKeyDoesNotExist, location, model.Type.Name, named, setting, Suggestion.For(named, model.Columns.Select(static column => column.Name)));
    }

    private void ReportMissing(ProblemKind kind, Location location, EntityShape holder, EntityShape end, ColumnShape? key)
    {
        var name = end.Type.Name + (key is null || key.Name == "Id" || key.Name == end.Type.Name + "Id" || end.Key.Contains(key) ? "Id" : key.Name);
        Report(kind, location, holder.Type.Name, end.Type.Name, name, key is null ? "int" : TypeText.WithoutNull(key.Property.Type).ToDisplayString());
    }

    private void Report(ProblemKind kind, Location location, params string[] arguments) => source.Problems.Add(new(kind, location, arguments));
}
