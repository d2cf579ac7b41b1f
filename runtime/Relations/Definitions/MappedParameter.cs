namespace Relations.Definitions;

/// <summary>A value that no column takes as it is: as many values as its mapping says.</summary>
internal sealed class MappedParameter<T>(ValueMapping<T> mapping, T value) : Parameter
{
    public override int Count => mapping.Count;

    public override void Bind<TBinder>(ref TBinder values, int first) => mapping.Bind(value, ref values, first);
}
