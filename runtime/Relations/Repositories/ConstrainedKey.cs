using Relations.Definitions;

namespace Relations.Repositories;

/// <summary>Guards the keys that a relation fixes. LoopBack's <c>constrainDataObject</c>.</summary>
internal static class ConstrainedKey
{
    /// <summary>Refuses an entity that names another source than the relation's.</summary>
    public static void Check<TEntity>(EntityDefinition<TEntity> definition, TEntity entity, PropertyDefinition foreignKey, object sourceKey) where TEntity : class
    {
        var value = BoundValue.Of(definition, entity, foreignKey);
        if (!value.IsDefault && !Same(value.Value, sourceKey))
        {
            throw CannotChange(foreignKey);
        }
    }

    /// <summary>Refuses a patch that would move a row to another source.</summary>
    public static void Check(Patch patch, PropertyDefinition foreignKey, object? sourceKey)
    {
        var value = BoundValue.Of(patch, foreignKey);
        if (value.IsGiven && !Same(value.Value, sourceKey))
        {
            throw CannotChange(foreignKey);
        }
    }

    /// <summary>Refuses a patch of links that would move them.</summary>
    public static void CheckPair(Patch patch, ThroughDefinition through)
    {
        foreach (var property in through.Pair)
        {
            Check(patch, property, sourceKey: null);
        }
    }

    /// <summary>LoopBack's text for it.</summary>
    public static ConstraintException CannotChange(PropertyDefinition property) =>
        new($"Property \"{property.JsonName}\" cannot be changed!");

    // An enum is handed over as its integer.
    private static bool Same(object? value, object? sourceKey) =>
        Equals(value, sourceKey) || (value is byte[] bytes && BytesComparer.Instance.Equals(bytes, sourceKey as byte[])) || (sourceKey is Enum && value is not null && Equals(value, Convert.ChangeType(sourceKey, value.GetType(), System.Globalization.CultureInfo.InvariantCulture)));
}
