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
        if (IsSelfWithoutKeys(relation, target, through))
        {
            Report(ProblemKind.SelfThroughKeysAreTheSame, relation.ThroughLocation(scope.Cancel), through.Type.Name, source.Type.Name, source.Type.Name + "Id");
            return null;
        }

        var from = ParseEnd(relation, "KeyFrom", source, "ThroughKeyFrom", through, ProblemKind.ThroughModelLacksSourceKey);
        var to = ParseEnd(relation, "KeyTo", target, "ThroughKeyTo", through, ProblemKind.ThroughModelLacksTargetKey);
        if (from is null || to is null)
        {
            return null;
        }

        var keys = new RelationKeys(from.Value.Key, to.Value.Key, from.Value.ForeignKey, to.Value.ForeignKey);
        var shared = keys.ThroughKeyTo!.Columns.Where(column => keys.ThroughKeyFrom!.Columns.Any(other => other.Name == column.Name)).ToList();
        if (shared.Count == 0)
        {
            return keys;
        }

        Report(ProblemKind.SelfThroughKeysAreTheSame, relation.SettingLocation("ThroughKeyTo", scope.Cancel), through.Type.Name, source.Type.Name, new KeyShape(shared).Names);
        return null;
    }

    /// <summary>Whether a self-relation names no keys, and the through model has none by the name that both ends would look for: adding it would be wrong advice.</summary>
    private bool IsSelfWithoutKeys(RelationDeclaration relation, EntityShape target, EntityShape through) =>
        source == target && !relation.HasTypes && (relation.Setting("ThroughKeyFrom") ?? relation.Setting("ThroughKeyTo")) is null &&
        KeyConvention.ForeignKey(through, source.Type, NamesOf(new KeyShape(source.Key)), isThrough: true) is { IsAmbiguous: false, Key: null };

    private RelationKeys? ParseHas(RelationDeclaration relation, EntityShape target) =>
        ParseEnd(relation, "KeyFrom", source, "KeyTo", target, ProblemKind.TargetLacksForeignKey) is { } end ? new(end.Key, end.ForeignKey) : null;

    private RelationKeys? ParseBelongsTo(RelationDeclaration relation, EntityShape target)
    {
        if (KeyOf(relation, "KeyTo", target) is not { } key)
        {
            return null;
        }

        if (KeyConvention.NamedKey(source, relation) is { } names)
        {
            return Named(relation, "KeyFrom", names, source, NamedLocation(relation, "KeyFrom")) is { } named && HaveSameType(relation, "KeyFrom", source, named, target, key) ? new(named, key) : null;
        }

        if (KeyConvention.OwnKey(source, relation, NamesOf(key)) is not { } foreignKey)
        {
            ReportMissing(relation, ProblemKind.SourceLacksForeignKey, relation.TypeLocation(scope.Cancel), source, target, key);
            return null;
        }

        return HaveSameType(relation, "KeyFrom", source, foreignKey, target, key) ? new(foreignKey, key) : null;
    }

    private Location NamedLocation(RelationDeclaration relation, string setting) =>
        Syntax.Setting(relation.Attribute, setting, scope.Cancel)
        ?? (relation.Attributes.ForeignKey is { } attribute ? Syntax.FirstArgument(attribute, scope.Cancel) : null)
        ?? relation.ThroughLocation(scope.Cancel);

    /// <summary>One end of a relation: the key of an entity, and the foreign key that refers to it on the model that holds it.</summary>
    private (KeyShape Key, KeyShape ForeignKey)? ParseEnd(RelationDeclaration relation, string keySetting, EntityShape end, string foreignKeySetting, EntityShape holder, ProblemKind missing)
    {
        if (KeyOf(relation, keySetting, end) is not { } key)
        {
            return null;
        }

        if ((relation.Setting(foreignKeySetting) ?? relation.Attributes.ForeignKeyName) is { } setting)
        {
            return Named(relation, foreignKeySetting, KeyShape.Split(setting), holder, NamedLocation(relation, foreignKeySetting)) is { } named ? Checked(named) : null;
        }

        var isThrough = relation.Through is not null;
        var match = KeyConvention.ForeignKey(holder, end.Type, NamesOf(key), isThrough);
        if (match.IsAmbiguous)
        {
            Report(ProblemKind.ForeignKeyIsAmbiguous, relation.ThroughLocation(scope.Cancel), holder.Type.Name, end.Type.Name, string.Join(match.Candidates.Any(static candidate => candidate.Contains(',')) ? "; " : ", ", match.Candidates), foreignKeySetting);
            return null;
        }

        if (match.Key is { } found)
        {
            return Checked(found);
        }

        ReportMissing(relation, missing, relation.ThroughLocation(scope.Cancel), holder, end, key);
        return null;

        (KeyShape, KeyShape)? Checked(KeyShape foreignKey) =>
            HaveSameType(relation, foreignKeySetting, holder, foreignKey, end, key) ? (key, foreignKey) : null;
    }

    /// <summary>The key that a foreign key refers to: the one that is named, else the primary key.</summary>
    private KeyShape? KeyOf(RelationDeclaration relation, string setting, EntityShape end) => relation.Setting(setting) is { } named
        ? Named(relation, setting, KeyShape.Split(named), end, relation.SettingLocation(setting, scope.Cancel))
        : new KeyShape(end.Key);

    /// <summary>The key that a setting names. A name that does not exist, or that stands there twice, is reported.</summary>
    private KeyShape? Named(RelationDeclaration relation, string setting, IReadOnlyList<string> names, EntityShape model, Location location)
    {
        if (names.FirstOrDefault(name => model.Column(name) is null) is { } missing)
        {
            if (!ReportWithoutColumn(location, model, missing, $"is named by {setting}"))
            {
                Report(ProblemKind.NamedKeyDoesNotExist, location, model.Holder.Name, missing, setting, Suggestion.For(missing, model.Columns.Select(static column => column.Name)));
            }
        }
        else if (names.GroupBy(static name => name, StringComparer.Ordinal).FirstOrDefault(static same => same.Count() > 1) is { Key: var twice })
        {
            Report(ProblemKind.RelationContradicts, location, source.Type.Name, relation.Property.Name, $"{setting} names '{twice}' twice");
        }

        return model.KeyOf(names);
    }

    private static IReadOnlyList<string> NamesOf(KeyShape key) => [.. key.Columns.Select(static column => column.Name)];

    private bool HaveSameType(RelationDeclaration relation, string setting, EntityShape holder, KeyShape foreignKey, EntityShape end, KeyShape key)
    {
        if (foreignKey.Columns.Count != key.Columns.Count)
        {
            ReportTypes(foreignKey, key);
            return false;
        }

        for (var part = 0; part < key.Columns.Count; part++)
        {
            if (!KeyConvention.AreStoredAlike(foreignKey.Columns[part].Model, key.Columns[part].Model))
            {
                ReportTypes(new KeyShape(foreignKey.Columns[part]), new KeyShape(key.Columns[part]));
                return false;
            }
        }

        return true;

        void ReportTypes(KeyShape differs, KeyShape referred) => Report(
            ProblemKind.ForeignKeyTypeDiffers, relation.SettingLocation(setting, scope.Cancel),
            holder.Type.Name, NameOf(differs), TypeOf(differs), end.Holder.Name, NameOf(referred), TypeOf(referred));
    }

    private static string NameOf(KeyShape key) => key.Columns is [var single] ? single.Name : $"({key.Names})";

    private static string TypeOf(KeyShape key) => key.Columns is [var single]
        ? TypeOf(single)
        : $"({string.Join(", ", key.Columns.Select(TypeOf))})";

    private static string TypeOf(ColumnShape column) => column.Property.Type.ToDisplayString() + (column.Model.NamedEnum is null ? "" : " by name");

    /// <summary>Of a composite key, only the parts that are missing.</summary>
    private void ReportMissing(RelationDeclaration relation, ProblemKind kind, Location location, EntityShape holder, EntityShape end, KeyShape key)
    {
        var isThrough = relation.Through is not null;
        var otherWay = OtherWay(relation, holder, end);
        if (key.Columns is [var single])
        {
            var name = end.Type.Name + (single.Name == "Id" || single.Name == end.Type.Name + "Id" || end.Key.Contains(single) ? "Id" : single.Name);
            if (ReportWithoutColumn(location, holder, name, $"is the foreign key to {end.Type.Name}"))
            {
                return;
            }

            Report(kind, location, [holder.Type.Name, end.Type.Name, name, WrittenType(single), .. otherWay]);
            return;
        }

        var missing = key.Columns.Where(part => KeyConvention.Part(holder, end.Type, part.Name, isThrough) is null).ToList();
        Report(
            kind, location,
            [
                holder.Type.Name, end.Type.Name,
                string.Join(", ", missing.Select(part => KeyConvention.PartName(end.Type, part.Name))),
                string.Join("; ", missing.Select(WrittenType)),
                .. otherWay,
            ]);
    }

    /// <summary>What else a relation without a through model may be meant to be, in words, and by the name of its attribute: where one model has no foreign key to the other, the other may have one.</summary>
    private static string[] OtherWay(RelationDeclaration relation, EntityShape holder, EntityShape end)
    {
        var attribute = relation switch
        {
            { Through: not null } => null,
            { Kind: RelationKind.HasOne, IsPolymorphic: false } => "BelongsTo",
            { Kind: RelationKind.BelongsTo, IsPolymorphic: false } => "HasOne",
            _ => "",
        };
        var key = attribute is not (null or "") && !SymbolEqualityComparer.Default.Equals(holder.Type, end.Type)
            ? KeyConvention.ForeignKey(end, holder.Type, NamesOf(new KeyShape(holder.Key)), isThrough: false).Key
            : null;
        return (attribute, key) switch
        {
            (null, _) => [],
            (_, not null) => [$"; {end.Type.Name} has {NameOf(key)} to refer to {holder.Type.Name}, so that [{attribute}] may be meant", attribute],
            _ => [relation.Kind == RelationKind.HasMany ? ", or the model that stands between both with through" : "", ""],
        };
    }

    /// <summary>Reports a property that is there, but has no column; to add another of its name would be wrong advice.</summary>
    private bool ReportWithoutColumn(Location location, EntityShape holder, string property, string role)
    {
        if (!holder.WithoutColumn.TryGetValue(property, out var obstacle))
        {
            return false;
        }

        Report(ProblemKind.MarkedMemberHasNoColumn, location, holder.Type.Name, property, role, obstacle);
        return true;
    }

    private static string WrittenType(ColumnShape column) => TypeText.WithoutNull(column.Property.Type).ToDisplayString();

    private void Report(ProblemKind kind, Location location, params string[] arguments) => source.Problems.Add(new(kind, location, arguments));
}
