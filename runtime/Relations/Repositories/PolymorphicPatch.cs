using Relations.Definitions;

namespace Relations.Repositories;

/// <summary>A patch of what the targets of several types have in common, as a patch of one of these types.</summary>
internal sealed class PolymorphicPatch : Patch
{
    private readonly Patch patch;
    private readonly int[] places;

    public PolymorphicPatch(Patch patch, EntityDefinition shared, EntityDefinition type)
    {
        this.patch = patch;
        places = [.. shared.Properties.Select(property => type.Property(property.Name).Ordinal)];
        foreach (var property in shared.Properties)
        {
            if (patch.IsAssigned(property.Ordinal))
            {
                MarkAssigned(places[property.Ordinal]);
            }
        }
    }

    public override void Bind<TBinder>(ref TBinder values)
    {
        var placed = new PlacedBinder<TBinder>(values, places, first: 0);
        patch.Bind(ref placed);
        values = placed.Values;
    }
}
