namespace Relations.Definitions;

/// <summary>A single value.</summary>
internal sealed class ValueParameter<T>(T value) : Parameter
{
    public override void Bind<TBinder>(ref TBinder values, int first) => values.Bind(first, value);
}
