using Relations.Definitions;
using Relations.Querying;

namespace Relations.Sql;

/// <summary>
/// Renders, in one statement, each target that is linked at all once, then every link by its keys alone: for all sources of a relation, many of which
/// share their targets. A join would find and read a target again for each of its links.
/// </summary>
internal static class TargetsAndLinksRenderer
{
    /// <summary>Renders the statement. The rows of targets have no key of a source; those of links have the keys and nothing else.</summary>
    /// <param name="sql">The writer.</param>
    /// <param name="query">A query of targets that sets no conditions on them.</param>
    /// <param name="projection">The columns: of targets, and the two keys of links.</param>
    public static void Write(SqlWriter sql, QuerySpecification query, Projection projection)
    {
        var (links, targets) = (query.Through!, query.Target);
        var (relation, through) = (query.Relation!, query.Relation!.Through!);
        sql.Declare(links, "through").Declare(targets, "target");

        WriteColumns(sql, projection, links, through.KeyFromProperties);
        sql.Write(" FROM (SELECT DISTINCT ").WriteColumns(through.KeyToProperties).Write(" FROM ").WriteTable(links.Definition)
            .Write(") AS ").Write(sql.AliasOf(links)).Write(" JOIN ").WriteTable(targets)
            .Write(" ON ").WriteEqual(targets, relation.KeyToProperties, links, through.KeyToProperties);

        sql.Write(" UNION ALL ");
        WriteColumns(sql, projection, targets, targets.Definition.Properties);
        sql.Write(" FROM (SELECT ").WriteColumns(links, through.Pair).Write(" FROM ").WriteTable(links);
        SelectRenderer.WriteWhere(sql, ConditionNode.And(links.KeyIsSet(through.KeyFromProperties), links.KeyIsSet(through.KeyToProperties)));
        sql.Write(" ORDER BY ").WriteColumns(links, through.Pair).Write(") AS ").Write(sql.AliasOf(links));
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
