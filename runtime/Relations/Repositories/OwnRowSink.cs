using Relations.Definitions;
using Relations.Sessions;

namespace Relations.Repositories;

/// <summary>Reads an entity from each row of a query of the user's own, whose columns stand in any order.</summary>
internal sealed class OwnRowSink<TEntity>(EntityDefinition<TEntity> definition) : RowSink where TEntity : class
{
    private int[]? places;

    public List<TEntity> Entities { get; } = [];

    public override bool Accept<TReader>(ref TReader row)
    {
        places ??= PlacesIn(ref row);
        var placed = new PlacedRow<TReader>(row, places);
        Entities.Add(definition.Read(ref placed));
        return true;
    }

    private int[] PlacesIn<TReader>(ref TReader row) where TReader : struct, IRowReader
    {
        var found = new int[definition.Properties.Count];
        Array.Fill(found, -1);
        for (var place = 0; row.NameOf(place) is { } name; place++)
        {
            foreach (var property in definition.Properties)
            {
                if (string.Equals(property.Column, name, StringComparison.OrdinalIgnoreCase))
                {
                    found[property.Ordinal] = place;
                }
            }
        }

        var missing = Array.IndexOf(found, -1);
        return missing < 0
            ? found
            : throw new RelationsException($"The query returns no column '{definition.Properties[missing].Column}', which {definition.Name} needs; select all columns of \"{definition.Table}\".");
    }
}
