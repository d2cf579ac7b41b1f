using Relations.Definitions;
using Relations.Querying;

namespace Relations.Sql;

/// <summary>Renders what reads rows: a query's rows, their number, whether there are any, and the keys by which other statements name them.</summary>
internal static class SelectRenderer
{
    /// <summary>Renders a query's rows. A target that is linked several times may come several times, then one directly after the other.</summary>
    /// <param name="sql">The writer.</param>
    /// <param name="query">The query.</param>
    /// <param name="projection">The columns.</param>
    /// <param name="source">For many sources at once: the columns that tell the source. Order, Skip and Take are then for each source.</param>
    /// <param name="isOfLinks">Whether every link is wanted, not each target once.</param>
    public static void WriteRows(SqlWriter sql, QuerySpecification query, Projection projection, Column[]? source, bool isOfLinks)
    {
        Declare(sql, query);
        var isGrouped = !isOfLinks && MustGroup(query, source);
        var isRanked = source is not null && query.IsPaged;
        var rank = isRanked ? RankName(projection) : "";
        sql.Write(isRanked ? "SELECT * FROM (SELECT " : "SELECT ");
        for (var place = 0; place < projection.Count; place++)
        {
            sql.Write(place == 0 ? "" : ", ").WriteColumn(projection[place]);
        }

        if (isRanked)
        {
            sql.Write(", ROW_NUMBER() OVER (PARTITION BY ").WriteColumns(source!);
            WriteOrder(sql, query, source: null, isGrouped, isOfLinks);
            sql.Write(") AS ").Write(rank);
        }

        WriteFrom(sql, query, findUnknownTypes: true);
        if (isGrouped)
        {
            WriteGroup(sql, query, source);
        }

        if (!isRanked)
        {
            WriteOrder(sql, query, source, isGrouped, isOfLinks);
            WritePage(sql, query);
            return;
        }

        var skip = query.Skip ?? 0;
        sql.Write(") AS ranked WHERE ").Write(rank).Write(" > ").WriteValue((long)skip);
        if (query.Take is { } take)
        {
            sql.Write(" AND ").Write(rank).Write(" <= ").WriteValue((long)skip + take);
        }

        sql.Write(" ORDER BY ").Write(rank);
    }

    /// <summary>The text that reads a whole row by its primary key, whose parts are its parameters.</summary>
    public static string RowByKey(SqlDialect dialect, EntityDefinition definition)
    {
        var query = QuerySpecification.Of(definition);
        return Rows(dialect, query.Where(query.Target.PrimaryKeyIs(new KeyPlaceholder(definition))));
    }

    /// <summary>The text that reads a query's rows.</summary>
    public static string Rows(SqlDialect dialect, QuerySpecification query)
    {
        var sql = new SqlWriter(dialect);
        WriteRows(sql, query, new Projection(query), source: null, isOfLinks: false);
        return sql.Statement.ToString();
    }

    /// <summary>Renders how many rows a query has.</summary>
    public static void WriteCount(SqlWriter sql, QuerySpecification query, bool isOfLinks)
    {
        Declare(sql, query);
        var isDistinct = query.Through is not null && !isOfLinks && !query.Relation!.Through!.IsPairUnique;
        if (!query.IsPaged && (!isDistinct || query.Target.Definition.PrimaryKey.Count == 1))
        {
            sql.Write("SELECT COUNT(");
            if (isDistinct)
            {
                sql.Write("DISTINCT ").WriteColumn(query.Target, query.Target.Definition.PrimaryKey[0]);
            }
            else
            {
                sql.Write("*");
            }

            sql.Write(")");
            WriteFrom(sql, query);
            return;
        }

        sql.Write("SELECT COUNT(*) FROM (SELECT 1");
        WriteFrom(sql, query);
        if (isDistinct)
        {
            WriteGroup(sql, query, source: null);
        }

        WritePage(sql, query);
        sql.Write(") AS counted");
    }

    /// <summary>Renders whether a query has any rows.</summary>
    public static void WriteAny(SqlWriter sql, QuerySpecification query)
    {
        Declare(sql, query);
        sql.Write("SELECT EXISTS (SELECT 1");
        WriteFrom(sql, query);
        if (query.IsPaged && MustGroup(query, source: null))
        {
            WriteGroup(sql, query, source: null);
        }

        WritePage(sql, query);
        sql.Write(")");
    }

    /// <summary>Renders some columns of a query's targets, or of its links.</summary>
    public static void WriteKeys(SqlWriter sql, QuerySpecification query, IReadOnlyList<PropertyDefinition> columns, bool isOfLinks)
    {
        Declare(sql, query);
        var isGrouped = query.IsPaged && !isOfLinks && MustGroup(query, source: null);
        sql.Write("SELECT ").WriteColumns(isOfLinks ? query.Through! : query.Target, columns);
        WriteFrom(sql, query);
        if (isGrouped)
        {
            WriteGroup(sql, query, source: null);
        }

        if (query.IsPaged)
        {
            WriteOrder(sql, query, source: null, isGrouped, isOfLinks);
            WritePage(sql, query);
        }
    }

    /// <summary>Renders a condition after its keyword, or nothing where it is always met.</summary>
    public static void WriteWhere(SqlWriter sql, ConditionNode condition)
    {
        if (condition is not ConstantNode { IsMet: true })
        {
            sql.Write(" WHERE ");
            ConditionRenderer.Write(sql, condition);
        }
    }

    /// <summary>Whether the database must make each target one row. For many sources it mostly need not: the repetitions follow each other, and reading passes over them.</summary>
    private static bool MustGroup(QuerySpecification query, Column[]? source) =>
        query.Through is not null && !query.Relation!.Through!.IsPairUnique && (source is null || query.IsPaged || query.IsOrderedByThrough);

    private static void Declare(SqlWriter sql, QuerySpecification query)
    {
        if (query.Through is not { } through)
        {
            sql.Declare(query.Target, "source");
            return;
        }

        sql.Declare(through, "through").Declare(query.Target, "target");
    }

    private static void WriteFrom(SqlWriter sql, QuerySpecification query, bool findUnknownTypes = false)
    {
        sql.Write(" FROM ");
        if (query.Through is { } through)
        {
            JoinRenderer.WriteLinkedTargets(sql, through, query.Target, query.Relation!);
        }
        else
        {
            sql.WriteTable(query.Target);
        }

        WriteWhere(sql, query.Condition);
        if (query.Target.IsPolymorphic)
        {
            sql.Write(query.Condition is ConstantNode { IsMet: true } ? " WHERE " : " AND ");
            JoinRenderer.WriteHasTarget(sql, query.Target, findUnknownTypes ? DiscriminatorOf(query) : null);
        }
    }

    private static Column DiscriminatorOf(QuerySpecification query) => query.Through!.Column(query.Relation!.Through!.DiscriminatorProperty!);

    /// <summary>A name for the rank that none of the columns beside it has.</summary>
    private static string RankName(Projection projection)
    {
        var name = "rank";
        while (IsColumn(projection, name))
        {
            name += "_";
        }

        return name;

        static bool IsColumn(Projection projection, string name)
        {
            for (var place = 0; place < projection.Count; place++)
            {
                if (name.Equals(projection[place].Property.Column, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static void WriteGroup(SqlWriter sql, QuerySpecification query, Column[]? source)
    {
        sql.Write(" GROUP BY ");
        if (source is not null)
        {
            sql.WriteColumns(source).Write(", ");
        }

        if (query.Target.IsPolymorphic)
        {
            WriteTypesGroup(sql, query);
        }
        else if (!IsTargetKey(query) || !sql.Dialect.AllowsUngroupedColumns)
        {
            sql.WriteColumns(query.Target, query.Target.Definition.PrimaryKey).Write(", ");
        }

        // Where this is the target's key, alone it comes in the order of the through model's index.
        sql.WriteColumns(query.Through!, query.Relation!.Through!.KeyToProperties);
    }

    private static void WriteTypesGroup(SqlWriter sql, QuerySpecification query)
    {
        if (!sql.Dialect.AllowsUngroupedColumns)
        {
            foreach (var type in query.Target.Types)
            {
                sql.WriteColumns(type, type.Definition.PrimaryKey).Write(", ");
            }
        }

        sql.WriteColumn(DiscriminatorOf(query)).Write(", ");
    }

    /// <summary>Renders the order that is wanted, and that of the keys where it leaves rows equal; those of each source together, where there are many.</summary>
    public static void WriteOrder(SqlWriter sql, QuerySpecification query, Column[]? source, bool isGrouped, bool isOfLinks)
    {
        var separator = " ORDER BY ";
        if (source is not null)
        {
            sql.Write(separator).WriteColumns(source);
            separator = ", ";
        }

        foreach (var term in query.Orders)
        {
            sql.Write(separator);
            separator = ", ";
            var aggregate = isGrouped && query.Through is { } through && term.Column.DependsOn(through);
            var (before, after) = aggregate ? sql.Dialect.Extreme(term.Column.Type, greatest: term.Descending) : ("", "");
            sql.Write(before).WriteColumn(term.Column);
            if (term.Column.Count is null)
            {
                sql.Dialect.WriteCollation(sql, term.Column.Property);
            }

            sql.Write(after);
            sql.Dialect.WriteDirection(sql, term.Descending);
        }

        WriteKeyOrder(sql, query, source, separator);
        if (isOfLinks)
        {
            foreach (var part in query.Through!.Definition.PrimaryKey)
            {
                WriteOrdered(sql.Write(", "), query.Through, part);
            }
        }
    }

    private static void WriteKeyOrder(SqlWriter sql, QuerySpecification query, Column[]? source, string separator)
    {
        if (IsTargetKey(query))
        {
            foreach (var part in query.Relation!.Through!.KeyToProperties)
            {
                WriteOrdered(sql.Write(separator), query.Through!, part);
                separator = ", ";
            }

            if (query.Target.IsPolymorphic)
            {
                sql.Write(", ").WriteColumn(DiscriminatorOf(query));
            }

            return;
        }

        foreach (var part in query.Target.Definition.PrimaryKey)
        {
            if (source is not null && Array.Exists(source, column => column.Table == query.Target && column.Property == part))
            {
                continue;
            }

            WriteOrdered(sql.Write(separator), query.Target, part);
            separator = ", ";
        }
    }

    private static void WriteOrdered(SqlWriter sql, TableReference table, PropertyDefinition property)
    {
        sql.WriteColumn(table, property);
        sql.Dialect.WriteCollation(sql, property);
    }

    /// <summary>Whether the through rows hold the target's primary key, so that their index gives its order. Targets of several types have no other key in common.</summary>
    private static bool IsTargetKey(QuerySpecification query) =>
        query.Through is not null && (query.Target.IsPolymorphic || query.Target.Definition.PrimaryKey.SequenceEqual(query.Relation!.KeyToProperties));

    private static void WritePage(SqlWriter sql, QuerySpecification query)
    {
        if (query.IsPaged)
        {
            sql.Dialect.WritePage(sql, query.Skip, query.Take);
        }
    }
}
