using Relations.Definitions;
using Relations.Querying;

namespace Relations.Sql;

/// <summary>Renders what joins the targets of a relation to the rows that name them.</summary>
internal static class JoinRenderer
{
    /// <summary>Renders the through rows joined with their targets. Targets of several types are joined type by type, so that a row has the columns of at most one.</summary>
    public static void WriteLinkedTargets(SqlWriter sql, TableReference through, TableReference target, HasManyDefinition relation)
    {
        var keys = relation.Through!;
        sql.WriteTable(through);
        if (target.IsPolymorphic)
        {
            WriteTypes(sql, target, through, keys.KeyToProperties, through.Column(keys.DiscriminatorProperty!));
        }
        else
        {
            sql.Write(" JOIN ").WriteTable(target).Write(" ON ").WriteEqual(target, relation.KeyToProperties, through, keys.KeyToProperties);
        }
    }

    /// <summary>Renders the targets of several types that a foreign key and its discriminator name, after what they are joined to.</summary>
    public static void WriteTypes(SqlWriter sql, TableReference target, TableReference holder, IReadOnlyList<PropertyDefinition> foreignKey, Column discriminator)
    {
        var definition = (PolymorphicTarget)target.Definition;
        for (var type = 0; type < target.Types.Count; type++)
        {
            sql.Write(" LEFT JOIN ").WriteTable(target.Types[type])
                .Write(" ON ").WriteEqual(target.Types[type], definition.KeyOf(type), holder, foreignKey)
                .Write(" AND ").WriteColumn(discriminator).Write(" = ").WriteValue(definition.Discriminators[type]);
        }
    }

    /// <summary>Renders that a row has a target of one of the types, or, where that shall be found out, that its discriminator names none of them.</summary>
    public static void WriteHasTarget(SqlWriter sql, TableReference target, Column? unknownIn)
    {
        var definition = (PolymorphicTarget)target.Definition;
        for (var type = 0; type < target.Types.Count; type++)
        {
            sql.Write(type == 0 ? "(" : " OR ").WriteColumn(target.Types[type], definition.KeyOf(type)[0]).Write(" IS NOT NULL");
        }

        if (unknownIn is { } discriminator)
        {
            sql.Write(" OR ").WriteColumn(discriminator);
            for (var type = 0; type < target.Types.Count; type++)
            {
                sql.Write(type == 0 ? " NOT IN (" : ", ").WriteValue(definition.Discriminators[type]);
            }

            sql.Write(")");
        }

        sql.Write(")");
    }
}
