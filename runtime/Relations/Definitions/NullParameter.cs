namespace Relations.Definitions;

/// <summary>A null in place of a value.</summary>
/// <param name="type">How the value would be stored.</param>
internal sealed class NullParameter(ColumnType type) : Parameter
{
    public override void Bind<TBinder>(ref TBinder values, int first) => ValueBinding.BindNull(ref values, first, type);
}
