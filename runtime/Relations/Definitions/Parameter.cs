namespace Relations.Definitions;

/// <summary>One or more values of a statement.</summary>
public abstract class Parameter
{
    /// <summary>How many values it stands for.</summary>
    public virtual int Count => 1;

    /// <summary>Hands over the values, the first under this place.</summary>
    public abstract void Bind<TBinder>(ref TBinder values, int first) where TBinder : struct, IValueBinder;
}
