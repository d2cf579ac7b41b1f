namespace Relations.Definitions;

/// <summary>Many values as one parameter, so that a statement's text is the same for any number of them.</summary>
internal sealed class ListParameter<T>(List<T> list) : Parameter
{
    public override void Bind<TBinder>(ref TBinder values, int first) => ValueBinding.BindList(ref values, first, list);
}
