using Relations.Definitions;

namespace Relations.Sql;

/// <summary>The assigned columns of a patch, one value each.</summary>
internal sealed class PatchParameter(Patch patch, EntityDefinition definition, int[] places, int count) : Parameter
{
    public override int Count => count;

    public override void Bind<TBinder>(ref TBinder values, int first)
    {
        var placed = new PlacedBinder<TBinder>(values, places, first);
        patch.Bind(definition, ref placed);
        values = placed.Values;
    }
}
