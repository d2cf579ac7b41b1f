namespace Relations.Definitions;

/// <summary>Many values that no column takes as they are, as one parameter, or as one for each part where the database wants it so.</summary>
internal sealed class MappedListParameter(MappedList list) : Parameter
{
    public override void Bind<TBinder>(ref TBinder values, int first) => values.BindList(first, list);
}
