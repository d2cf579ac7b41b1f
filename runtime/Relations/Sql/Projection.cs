using Relations.Definitions;
using Relations.Querying;

namespace Relations.Sql;

/// <summary>The columns that a query reads, and the place of each: those of the target first, then what inclusions and links need besides.</summary>
internal sealed class Projection
{
    private readonly TableReference target;

    // The first columns of a query that reads all of its target's are not listed, so that the common query allocates no list.
    private readonly int whole;
    private List<Column>? others;

    public Projection(QuerySpecification specification)
    {
        target = specification.Target;
        var all = target.Definition.Properties;
        if (specification.Fields is not { } fields)
        {
            whole = all.Count;
            return;
        }

        Places = new int[all.Count];
        Array.Fill(Places, -1);
        foreach (var ordinal in fields)
        {
            Places[ordinal] = Add(target.Column(all[ordinal]));
        }
    }

    private Projection(TableReference target) => this.target = target;

    /// <summary>A projection that so far reads no column of a query.</summary>
    public static Projection Nothing(QuerySpecification specification) => new(specification.Target);

    /// <summary>The place of each of the target's columns, or -1 where it is not asked for; null when all are read in their own order.</summary>
    public int[]? Places { get; }

    /// <summary>How many columns are read.</summary>
    public int Count => whole + (others?.Count ?? 0);

    /// <summary>The column at a place.</summary>
    public Column this[int place] => place < whole ? target.Column(target.Definition.Properties[place]) : others![place - whole];

    /// <summary>The place of a column, which is read besides if it is not yet.</summary>
    public int PlaceOf(TableReference table, PropertyDefinition property)
    {
        if (table == target && whole > 0)
        {
            return property.Ordinal;
        }

        for (var place = whole; place < Count; place++)
        {
            if (this[place].Table == table && this[place].Property == property)
            {
                return place;
            }
        }

        return Add(table.Column(property));
    }

    /// <summary>The places of a key's columns, which are read besides if they are not yet.</summary>
    public int[] PlacesOf(TableReference table, IReadOnlyList<PropertyDefinition> key)
    {
        var places = new int[key.Count];
        for (var part = 0; part < places.Length; part++)
        {
            places[part] = PlaceOf(table, key[part]);
        }

        return places;
    }

    /// <summary>Reads all columns of a table besides; returns the place of each.</summary>
    public int[] AddAll(TableReference table)
    {
        var properties = table.Definition.Properties;
        var places = new int[properties.Count];
        for (var ordinal = 0; ordinal < places.Length; ordinal++)
        {
            places[ordinal] = Add(table.Column(properties[ordinal]));
        }

        return places;
    }

    private int Add(Column column)
    {
        (others ??= []).Add(column);
        return Count - 1;
    }
}
