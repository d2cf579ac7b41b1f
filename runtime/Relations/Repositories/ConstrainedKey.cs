using Relations.Definitions;

namespace Relations.Repositories;

/// <summary>Guards the keys that a relation, or whoever names a row, fixes. LoopBack's <c>constrainDataObject</c>.</summary>
internal static class ConstrainedKey
{
    /// <summary>Refuses an entity that has another key. A part that nobody has set is none.</summary>
    public static void Check<TEntity>(EntityDefinition<TEntity> definition, TEntity entity, ForeignKeyValue key) where TEntity : class
    {
        var wanted = StoredValues.Of(key.Value);
        for (var part = 0; part < wanted.Length; part++)
        {
            var property = key.Properties[part];
            var value = BoundValue.Of(definition, entity, property);
            if (!value.IsDefault && !IsDefaultName(property, value.Value) && !StoredValues.IsSame(value.Value, wanted[part]))
            {
                throw CannotChange(property);
            }
        }
    }

    /// <summary>Refuses a patch that would move a row to another source.</summary>
    public static void Check(Patch patch, ForeignKeyValue key)
    {
        var wanted = StoredValues.Of(key.Value);
        for (var part = 0; part < wanted.Length; part++)
        {
            var property = key.Properties[part];
            if (patch.IsAssigned(property.Ordinal) && !StoredValues.IsSame(property.StoredOf(patch.Value(property.Ordinal)), wanted[part]))
            {
                throw CannotChange(property);
            }
        }
    }

    /// <summary>Refuses a patch that assigns a part of a key.</summary>
    public static void RejectAny(Patch patch, IReadOnlyList<PropertyDefinition> key)
    {
        foreach (var property in key)
        {
            if (patch.IsAssigned(property.Ordinal))
            {
                throw CannotChange(property);
            }
        }
    }

    /// <summary>Whether it is the name of an enum's member 0, as which one that is stored by name is handed over where nobody has set it.</summary>
    private static bool IsDefaultName(PropertyDefinition property, object? value) =>
        value is string name && property.ValueType.IsEnum && !property.IsNullable && name == EnumNames.OfNumber(property.ValueType, 0);

    /// <summary>LoopBack's text for it.</summary>
    public static ConstraintException CannotChange(PropertyDefinition property)
    {
        var text = $"Property \"{property.JsonName}\" cannot be changed!";
        return new(text, [new(InputProblem.PathOf("", property.JsonName), text)]);
    }
}
