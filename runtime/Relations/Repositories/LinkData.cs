using Relations.Definitions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>What new links of one source carry: makes their through rows, each with the model's own initial values for what was not assigned.</summary>
internal sealed class LinkData<TThrough> where TThrough : class
{
    private readonly EntityDefinition<TThrough> definition;
    private readonly ThroughDefinition through;
    private readonly ThroughData<TThrough> data;
    private readonly GivenValues given;

    /// <summary>Takes what was assigned.</summary>
    /// <param name="through">The through model and its keys.</param>
    /// <param name="sourceKey">The source's key.</param>
    /// <param name="data">What was assigned.</param>
    public LinkData(ThroughDefinition through, Parameter sourceKey, ThroughData<TThrough> data)
    {
        this.through = through;
        this.data = data;
        definition = (EntityDefinition<TThrough>)through.Model;
        given = data.Stored(definition).Over(definition.Properties.Count);
        Give(through.KeyFromProperties, StoredValues.Of(sourceKey), given);
        Give(through.PolymorphicSource);
        Give(through.Polymorphic);
    }

    /// <summary>The row of a link whose target's key is known, or is not yet.</summary>
    public TThrough RowOf(Parameter? targetKey)
    {
        if (targetKey is null)
        {
            return definition.Make(given);
        }

        var row = given.Over(definition.Properties.Count);
        Give(through.KeyToProperties, StoredValues.Of(targetKey), row);
        return definition.Make(row);
    }

    /// <summary>The rows of several links, or that of the first where all carry the same: initial values such as <c>Guid.NewGuid()</c> are each link's own.</summary>
    public List<TThrough> RowsOf(IEnumerable<Parameter> targetKeys)
    {
        var rows = new List<TThrough>();
        var initial = new ColumnPlaces(definition, property => through.DataColumns.Places[property.Ordinal] >= 0 && !data.IsAssigned(property.Ordinal) && !IsMoment(property));
        var values = new EntityParameter<TThrough>(definition, initial, foreignKey: null);
        object?[]? first = null;
        var differ = false;
        foreach (var key in targetKeys)
        {
            var row = RowOf(key);
            rows.Add(row);
            if (initial.Count == 0)
            {
                break;
            }

            values.Entity = row;
            var own = StoredValues.Of(values);
            first ??= own;
            differ |= !StoredValues.AreSame(first, own);
        }

        if (!differ && rows.Count > 1)
        {
            rows.RemoveRange(1, rows.Count - 1);
        }

        return rows;
    }

    /// <summary>The columns of a link's row.</summary>
    public Parameter ValuesOf(TThrough row, ColumnPlaces columns) => new EntityParameter<TThrough>(definition, columns, foreignKey: null) { Entity = row };

    /// <summary>The moment of an operation is the same for all of its links.</summary>
    private static bool IsMoment(PropertyDefinition property) => property.ColumnType is ColumnType.DateTime or ColumnType.DateTimeOffset or ColumnType.DateOnly or ColumnType.TimeOnly;

    private void Give(Discriminator? discriminator)
    {
        if (discriminator?.Value is { } value)
        {
            given.Give(definition.Property(discriminator.Property).Ordinal, value);
        }
    }

    private static void Give(IReadOnlyList<PropertyDefinition> key, object?[] values, GivenValues row)
    {
        for (var part = 0; part < values.Length; part++)
        {
            row.Give(key[part].Ordinal, values[part]);
        }
    }
}
