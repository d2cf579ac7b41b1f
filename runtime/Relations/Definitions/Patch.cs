namespace Relations.Definitions;

/// <summary>New values for some columns of rows; what is not assigned stays as it is. Generated patch types derive from it.</summary>
public abstract class Patch : Assignments
{
    /// <summary>Hands over the assigned values, each under the place of its column.</summary>
    public abstract void Bind<TBinder>(ref TBinder values) where TBinder : struct, IValueBinder;
}
