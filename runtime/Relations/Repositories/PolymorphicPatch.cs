using Relations.Definitions;

namespace Relations.Repositories;

/// <summary>A patch of what the targets of several types have in common, as a patch of one of these types.</summary>
internal sealed class PolymorphicPatch : Patch
{
    private readonly object?[] stored;
    private readonly int[] places;

    public PolymorphicPatch(Patch patch, EntityDefinition shared, EntityDefinition type)
    {
        stored = StoredValues.Of(patch, shared.Properties.Count);
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
        for (var ordinal = 0; ordinal < places.Length; ordinal++)
        {
            if (IsAssigned(places[ordinal]))
            {
                values.Bind(places[ordinal], stored[ordinal]);
            }
        }
    }
}
