namespace Relations.Definitions;

/// <summary>Many values that no column takes as they are: composite keys, or strong types.</summary>
/// <remarks>
/// It does not say of which type they are, so that a binder takes it by a method without type parameters: see <see cref="ValueBinding"/>.
/// </remarks>
public abstract class MappedList
{
    private protected MappedList() { }

    /// <summary>How many values there are.</summary>
    public abstract int Count { get; }

    /// <summary>How many columns each takes.</summary>
    public abstract int Parts { get; }

    /// <summary>Hands over what is stored of one of the values, the first part under place 0.</summary>
    public abstract void Bind<TBinder>(int index, ref TBinder values) where TBinder : struct, IValueBinder;
}
