using Relations.Definitions;

namespace Relations.Repositories;

/// <summary>A patch of what the targets of several types have in common, as a patch of one of these types.</summary>
internal sealed class PolymorphicPatch : Patch
{
    public PolymorphicPatch(Patch patch, EntityDefinition shared, EntityDefinition type)
    {
        foreach (var property in shared.Properties)
        {
            if (patch.IsAssigned(property.Ordinal))
            {
                Assign(type.Property(property.Name).Ordinal, patch.Value(property.Ordinal));
            }
        }
    }
}
