using Relations.Definitions;
using Relations.Querying;

namespace Relations.Sql;

/// <summary>Renders what changes or removes rows that a query finds.</summary>
internal static class UpdateRenderer
{
    /// <summary>Renders new values for the rows of a query, or for its links.</summary>
    public static void WriteUpdate(SqlWriter sql, QuerySpecification query, ColumnPlaces columns, Parameter values, bool isOfLinks)
    {
        var table = isOfLinks ? query.Through! : query.Target;
        sql.Declare(table, isOfLinks ? "through" : query.Through is null ? "source" : "target");
        var first = sql.Statement.Add(values);
        sql.Write("UPDATE ").WriteTable(table).Write(" SET ");
        var place = 0;
        foreach (var property in columns.Named)
        {
            sql.Write(place == 0 ? "" : ", ").WriteIdentifier(property.Column).Write(" = ");
            sql.Dialect.WriteParameter(sql, first + place++);
            sql.Dialect.WriteConversion(sql, property);
        }

        WriteConcurrency(sql, table, columns, isFirst: place == 0);
        WriteRows(sql, query, table, isOfLinks);
    }

    /// <summary>Renders the removal of the rows of a query, or of its links.</summary>
    public static void WriteDelete(SqlWriter sql, QuerySpecification query, bool isOfLinks)
    {
        var table = isOfLinks ? query.Through! : query.Target;
        sql.Declare(table, isOfLinks ? "through" : query.Through is null ? "source" : "target");
        sql.Write("DELETE FROM ").WriteTable(table);
        WriteRows(sql, query, table, isOfLinks);
    }

    /// <summary>Renders the keys of a query's rows, which are locked; in the order of their primary key, so that two who lock several do not wait for each other.</summary>
    public static void WriteLock(SqlWriter sql, QuerySpecification query, IReadOnlyList<PropertyDefinition> columns, RowLock strength)
    {
        sql.Declare(query.Target, query.Through is null ? "source" : "target");
        sql.Write("SELECT ").WriteColumns(query.Target, columns).Write(" FROM ").WriteTable(query.Target);
        WriteRows(sql, query, query.Target, isOfLinks: false);
        sql.Write(" ORDER BY ").WriteColumns(query.Target, query.Target.Definition.PrimaryKey).Write(sql.Dialect.Lock(strength) ?? "");
    }

    /// <summary>Renders which rows: by the query's own condition where it is about one table, else by their keys. A link that leads to no target is none of the query's.</summary>
    private static void WriteRows(SqlWriter sql, QuerySpecification query, TableReference table, bool isOfLinks)
    {
        if (!query.IsPaged && query.Through is null)
        {
            SelectRenderer.WriteWhere(sql, query.Condition);
            return;
        }

        if (!query.IsPaged && isOfLinks && query.HasOnlyConstraint && query.Relation!.Through is { Polymorphic: null } through)
        {
            SelectRenderer.WriteWhere(sql, query.Condition);
            foreach (var part in through.KeyToProperties.Where(static part => part.Is(PropertyKinds.Nullable)))
            {
                sql.Write(" AND ").WriteColumn(table, part).Write(" IS NOT NULL"); // else a foreign key guards it
            }

            return;
        }

        var key = table.Definition.PrimaryKey;
        sql.Write(key.Count == 1 ? " WHERE " : " WHERE (").WriteColumns(table, key).Write(key.Count == 1 ? " IN (" : ") IN (");
        SelectRenderer.WriteKeys(sql, query, key, isOfLinks);
        sql.Write(")");
    }

    /// <summary>A concurrency token that nobody assigned moves on by itself.</summary>
    private static void WriteConcurrency(SqlWriter sql, TableReference table, ColumnPlaces columns, bool isFirst)
    {
        foreach (var token in table.Definition.ConcurrencyTokens)
        {
            if (columns.Places[token.Ordinal] < 0)
            {
                ConcurrencyTokenRenderer.WriteNext(sql.Write(isFirst ? "" : ", "), token, row: "");
                isFirst = false;
            }
        }
    }
}
