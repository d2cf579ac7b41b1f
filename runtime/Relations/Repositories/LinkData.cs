using Relations.Definitions;
using Relations.Sql;

namespace Relations.Repositories;

/// <summary>What new links of one source carry: makes their through rows, each with the model's own initial values for what was not assigned.</summary>
internal sealed class LinkData<TThrough> where TThrough : class
{
    private const int RowsToCompare = 64;

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
    /// <param name="count">How many links there are.</param>
    /// <param name="targetKey">The key of each one's target.</param>
    public List<TThrough> RowsOf(int count, Func<int, Parameter> targetKey)
    {
        var needed = count > 1 && !HasOwnInitialValues(count, targetKey) ? 1 : count;
        var rows = new List<TThrough>(needed);
        for (var place = 0; place < needed; place++)
        {
            rows.Add(RowOf(targetKey(place)));
            if (place == 0 && needed > 1)
            {
                KeepMoments(rows[0]);
            }
        }

        return rows;
    }

    /// <summary>The columns of a link's row.</summary>
    public Parameter ValuesOf(TThrough row, ColumnPlaces columns) => new EntityParameter<TThrough>(definition, columns, foreignKey: null) { Entity = row };

    /// <summary>Whether a column that was not assigned has another initial value in each row.</summary>
    private bool HasOwnInitialValues(int count, Func<int, Parameter> targetKey)
    {
        var unknown = new ColumnPlaces(definition, property => IsInitial(property) && definition.InitialValues[property.Ordinal] == InitialValue.Unknown);
        if (unknown.Count > 0 && Compare(unknown, count, targetKey))
        {
            return true;
        }

        foreach (var property in definition.AllProperties)
        {
            if (IsInitial(property) && definition.InitialValues[property.Ordinal] == InitialValue.Own)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInitial(PropertyDefinition property) => IsLeftOut(property) && !IsMoment(property);

    private bool IsLeftOut(PropertyDefinition property) => through.DataColumns.Places[property.Ordinal] >= 0 && !data.IsAssigned(property.Ordinal);

    private static bool IsMoment(PropertyDefinition property) => property.ColumnType is ColumnType.DateTime or ColumnType.DateTimeOffset or ColumnType.DateOnly or ColumnType.TimeOnly;

    /// <summary>The moment of an operation is the same for all of its links: that of the first.</summary>
    private void KeepMoments(TThrough first)
    {
        var moments = new ColumnPlaces(definition, property => IsLeftOut(property) && IsMoment(property));
        var values = StoredValues.Of(new EntityParameter<TThrough>(definition, moments, foreignKey: null) { Entity = first });
        foreach (var property in moments.Named)
        {
            given.Give(property.Ordinal, values[moments.Places[property.Ordinal]]);
        }
    }

    /// <summary>
    /// Finds out whether the initial value of some columns is the same in every row, and returns whether one of them is not. Two random ones may be alike, so many are compared.
    /// It is known for good then, unless all links lead to one target: they do not tell what a constructor makes of other keys.
    /// </summary>
    private bool Compare(ColumnPlaces columns, int count, Func<int, Parameter> targetKey)
    {
        var firstKey = StoredValues.Of(targetKey(0));
        var other = count - 1;
        while (other > 0 && StoredValues.AreSame(firstKey, StoredValues.Of(targetKey(other))))
        {
            other--;
        }

        var values = new EntityParameter<TThrough>(definition, columns, foreignKey: null) { Entity = RowOf(targetKey(other)) };
        var first = StoredValues.Of(values);
        var areSame = new bool[first.Length];
        Array.Fill(areSame, value: true);
        for (var compared = 0; compared < RowsToCompare; compared++)
        {
            values.Entity = RowOf(targetKey(compared % count));
            var others = StoredValues.Of(values);
            for (var place = 0; place < first.Length; place++)
            {
                areSame[place] &= StoredValues.IsSame(first[place], others[place]);
            }
        }

        foreach (var property in columns.Named)
        {
            var isSame = areSame[columns.Places[property.Ordinal]];
            if (other > 0 || !isSame)
            {
                definition.InitialValues[property.Ordinal] = isSame ? InitialValue.Same : InitialValue.Own;
            }
        }

        return areSame.Contains(false);
    }

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
