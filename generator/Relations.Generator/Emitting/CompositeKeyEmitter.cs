using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits how the composite keys are stored by which an entity's relations join: a value for each part.</summary>
internal static class CompositeKeyEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity, MappingModel mapping)
    {
        foreach (var key in mapping.Relations.SelectMany(relation => KeysOf(mapping, relation)).GroupBy(static key => key.Key.Type, StringComparer.Ordinal).Select(static same => same.First()))
        {
            writer.Line();
            Emit(writer, Name(entity, key.Key), key.Key, key.Parts);
        }
    }

    /// <summary>The expression that says how the key is stored, or null for a key of one property.</summary>
    public static string? Instance(EntityModel entity, KeyModel key) => key.Single is null ? $"{Name(entity, key)}.Instance" : null;

    /// <summary>Keys with the same parts are stored alike; those of different types differ in their number.</summary>
    private static string Name(EntityModel entity, KeyModel key)
    {
        var types = entity.Mapping!.Relations.SelectMany(static relation => relation.Through is null ? [relation.KeyFrom] : new[] { relation.KeyFrom, relation.KeyTo })
            .Where(other => other.Single is null && other.Names == key.Names).Select(static other => other.Type).Distinct(StringComparer.Ordinal).ToList();
        var number = types.IndexOf(key.Type);
        return $"{string.Concat(key.Properties)}Key{(number > 0 ? (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "")}";
    }

    private static IEnumerable<(KeyModel Key, IReadOnlyList<PropertyModel> Parts)> KeysOf(MappingModel mapping, RelationModel relation)
    {
        if (relation.KeyFrom.Single is null)
        {
            yield return (relation.KeyFrom, [.. relation.KeyFrom.Properties.Select(mapping.Property)]);
        }

        if (relation.Through is { } through && relation.KeyTo.Single is null)
        {
            // The foreign key has the very same types as the key of the target, whose own columns are not at hand.
            yield return (relation.KeyTo, [.. through.KeyTo.Properties.Select(name => through.Properties.First(property => property.Name == name))]);
        }
    }

    private static void Emit(SourceWriter writer, string name, KeyModel key, IReadOnlyList<PropertyModel> parts)
    {
        writer.Write($"/// <summary>How the composite key ({key.Names}) is stored.</summary>");
        using (writer.Open($"private sealed class {name} : global::Relations.Definitions.ValueMapping<{key.Type}>"))
        {
            var values = parts.Select(static (part, place) => ColumnText.ReadNotNull(part, $"places[{place}]"));
            var bytes = parts.Any(static part => part.ColumnType == ColumnType.Bytes) ? "\n\npublic override bool HoldsBytes => true;" : "";
            writer.Write($"""
                public static readonly {name} Instance = new();

                public override int Count => {parts.Count};{bytes}

                public override {key.Type} Read<TReader>(ref TReader row, global::System.ReadOnlySpan<int> places) => ({string.Join(", ", values)});

                """);
            using (writer.Open($"public override void Bind<TBinder>({key.Type} value, ref TBinder values, int first)"))
            {
                for (var place = 0; place < parts.Count; place++)
                {
                    var part = $"value.{CSharpText.TupleMember(key.Properties[place], place)}";
                    writer.Write($"values.Bind(first{(place == 0 ? "" : $" + {place}")}, {ColumnText.Bound(parts[place], part, isNullable: false)});");
                }
            }
        }
    }
}
