namespace Relations.Definitions;

/// <summary>New values for some columns of rows; what is not assigned stays as it is. Generated patch types derive from it.</summary>
public abstract class Patch : Assignments
{
    /// <summary>Hands over the assigned values, each under the place of its column.</summary>
    internal void Bind<TBinder>(EntityDefinition definition, ref TBinder values) where TBinder : struct, IValueBinder
    {
        foreach (var property in definition.AllProperties)
        {
            if (!IsAssigned(property.Ordinal))
            {
                continue;
            }

            if (property.StoredOf(Value(property.Ordinal)) is { } value)
            {
                ValueBinding.Bind(ref values, property.Ordinal, value);
            }
            else
            {
                ValueBinding.BindNull(ref values, property.Ordinal, property.ColumnType);
            }
        }
    }
}
