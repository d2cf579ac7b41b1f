namespace Relations.Definitions;

/// <summary>The values of two parameters, those of the first before those of the second.</summary>
internal sealed class JoinedParameter(Parameter first, Parameter second) : Parameter
{
    public override int Count => first.Count + second.Count;

    public override void Bind<TBinder>(ref TBinder values, int place)
    {
        first.Bind(ref values, place);
        second.Bind(ref values, place + first.Count);
    }
}
