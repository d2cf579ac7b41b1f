using Relations.Definitions;
using Relations.Querying;

namespace Relations.Sql;

/// <summary>
/// Renders, in one statement, each target that is linked at all once, and every link by its keys alone: for all sources of a relation, many of which
/// share their targets. A join would find, sort and read a target again for each of its links.
/// </summary>
/// <remarks>
/// Where an order or a page is wanted, links come first, so that targets can be given away in their order as they come; else targets come first, in
/// whatever order, and the lists are made one after the other from the links' index. Of 1,000 sources with 10 links each to 5,000 targets, SQLite takes
/// 0.26 of the time that it takes to number the joined rows by a window, and 0.7 of that to sort them; without an order, the second way takes 0.75 of the first.
/// </remarks>
internal static class TargetsAndLinksRenderer
{
    /// <summary>Renders the statement. The rows of targets have no key of a source; those of links have the keys and nothing else.</summary>
    /// <param name="sql">The writer.</param>
    /// <param name="query">A query of targets that sets no conditions on them.</param>
    /// <param name="projection">The columns: of targets, and the two keys of links.</param>
    public static void Write(SqlWriter sql, QuerySpecification query, Projection projection)
    {
        sql.Declare(query.Through!, "through").Declare(query.Target, "target");
        if (query.IsOfAllTargets)
        {
            WriteTargets(sql, query, projection);
            sql.Write(" UNION ALL ");
            WriteLinks(sql, query, projection, query.Relation!.Through!.Pair);
        }
        else
        {
            WriteLinks(sql, query, projection, query.Relation!.Through!.ReversePair);
            sql.Write(" UNION ALL SELECT * FROM (");
            WriteTargets(sql, query, projection);
            SelectRenderer.WriteOrder(sql, query, source: null, isGrouped: false, isOfLinks: false);
            sql.Write(") AS ordered");
        }
    }

    private static void WriteTargets(SqlWriter sql, QuerySpecification query, Projection projection)
    {
        var (links, targets, through) = (query.Through!, query.Target, query.Relation!.Through!);
        WriteColumns(sql, projection, links, through.KeyFromProperties);
        sql.Write(" FROM (SELECT DISTINCT ").WriteColumns(through.KeyToProperties).Write(" FROM ").WriteTable(links.Definition)
            .Write(") AS ").Write(sql.AliasOf(links)).Write(" JOIN ").WriteTable(targets)
            .Write(" ON ").WriteEqual(targets, query.Relation.KeyToProperties, links, through.KeyToProperties);
    }

    private static void WriteLinks(SqlWriter sql, QuerySpecification query, Projection projection, IReadOnlyList<PropertyDefinition> order)
    {
        var (links, targets, through) = (query.Through!, query.Target, query.Relation!.Through!);
        WriteColumns(sql, projection, targets, targets.Definition.Properties);
        sql.Write(" FROM (SELECT ").WriteColumns(links, through.Pair).Write(" FROM ").WriteTable(links);
        SelectRenderer.WriteWhere(sql, ConditionNode.And(links.KeyIsSet(through.KeyFromProperties), links.KeyIsSet(through.KeyToProperties)));
        sql.Write(" ORDER BY ").WriteColumns(links, order).Write(") AS ").Write(sql.AliasOf(links));
    }

    /// <summary>Writes the columns of one kind of row; those that only the other kind has are null.</summary>
    private static void WriteColumns(SqlWriter sql, Projection projection, TableReference other, IReadOnlyList<PropertyDefinition> missing)
    {
        sql.Write("SELECT ");
        for (var place = 0; place < projection.Count; place++)
        {
            var column = projection[place];
            sql.Write(place == 0 ? "" : ", ");
            if (column.Table == other && missing.Contains(column.Property))
            {
                sql.Write("NULL AS ").WriteIdentifier(column.Property.Column);
            }
            else
            {
                sql.WriteColumn(column);
            }
        }
    }
}
