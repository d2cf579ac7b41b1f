namespace Relations.Definitions;

/// <summary>A single value.</summary>
internal sealed class ValueParameter<T>(T value) : Parameter
{
    public override void Bind<TBinder>(ref TBinder values, int first) => ValueBinding.Bind(ref values, first, value);
}
