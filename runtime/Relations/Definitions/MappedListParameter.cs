using System.Runtime.InteropServices;

namespace Relations.Definitions;

/// <summary>Many values that no column takes as they are, as one parameter, or as one for each part where the database wants it so.</summary>
internal sealed class MappedListParameter<T>(ValueMapping<T> mapping, List<T> list) : Parameter
{
    public override void Bind<TBinder>(ref TBinder values, int first) => values.BindList(first, CollectionsMarshal.AsSpan(list), mapping);
}
