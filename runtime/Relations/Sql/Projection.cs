using Relations.Definitions;
using Relations.Querying;

namespace Relations.Sql;

/// <summary>The columns that a query reads, and the place of each: those of the target first, then what inclusions and links need besides.</summary>
internal sealed class Projection
{
    private readonly TableReference target;
    private readonly List<Column> columns = [];

    public Projection(QuerySpecification specification)
    {
        target = specification.Target;
        var all = target.Definition.Properties;
        if (specification.Fields is not { } fields)
        {
            foreach (var property in all)
            {
                columns.Add(target.Column(property));
            }

            return;
        }

        Places = new int[all.Count];
        Array.Fill(Places, -1);
        foreach (var ordinal in fields)
        {
            Places[ordinal] = columns.Count;
            columns.Add(target.Column(all[ordinal]));
        }
    }

    private Projection(TableReference target) => this.target = target;

    /// <summary>A projection that so far reads no column of a query.</summary>
    public static Projection Nothing(QuerySpecification specification) => new(specification.Target);

    /// <summary>The place of each of the target's columns, or -1 where it is not asked for; null when all are read in their own order.</summary>
    public int[]? Places { get; }

    public IReadOnlyList<Column> Columns => columns;

    /// <summary>The place of a column, which is read besides if it is not yet.</summary>
    public int PlaceOf(TableReference table, PropertyDefinition property)
    {
        for (var place = 0; place < columns.Count; place++)
        {
            if (columns[place].Table == table && columns[place].Property == property)
            {
                return place;
            }
        }

        columns.Add(table.Column(property));
        return columns.Count - 1;
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
        var first = columns.Count;
        var properties = table.Definition.Properties;
        var places = new int[properties.Count];
        for (var ordinal = 0; ordinal < places.Length; ordinal++)
        {
            places[ordinal] = first + ordinal;
            columns.Add(table.Column(properties[ordinal]));
        }

        return places;
    }
}
