using Relations.Definitions;

namespace Relations.Repositories;

/// <summary>Guards the keys that a relation fixes. LoopBack's <c>constrainDataObject</c>.</summary>
internal static class ConstrainedKey
{
    /// <summary>Refuses an entity that names another source than the relation's.</summary>
    public static void Check<TEntity>(EntityDefinition<TEntity> definition, TEntity entity, ForeignKeyValue key) where TEntity : class
    {
        var wanted = StoredValues.Of(key.Value);
        for (var part = 0; part < wanted.Length; part++)
        {
            var value = BoundValue.Of(definition, entity, key.Properties[part]);
            if (!value.IsDefault && !StoredValues.IsSame(value.Value, wanted[part]))
            {
                throw CannotChange(key.Properties[part]);
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

    /// <summary>Refuses a key that is another one.</summary>
    public static void Check(IReadOnlyList<PropertyDefinition> key, object?[] own, object?[] wanted)
    {
        for (var part = 0; part < wanted.Length; part++)
        {
            if (!StoredValues.IsSame(own[part], wanted[part]))
            {
                throw CannotChange(key[part]);
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

    /// <summary>LoopBack's text for it.</summary>
    public static ConstraintException CannotChange(PropertyDefinition property) => new($"Property \"{property.JsonName}\" cannot be changed!");
}
