namespace Relations.Definitions;

/// <summary>Values and how they are stored.</summary>
internal sealed class MappedList<T>(ValueMapping<T> mapping, List<T> list) : MappedList
{
    public override int Count => list.Count;

    public override int Parts => mapping.Count;

    public override void Bind<TBinder>(int index, ref TBinder values) => mapping.Bind(list[index], ref values, 0);
}
