using System.Buffers;
using System.Runtime.CompilerServices;
using Relations.Definitions;
using Relations.Querying;

namespace Relations.Sql;

/// <summary>Renders conditions.</summary>
internal static class ConditionRenderer
{
    /// <summary>How many conditions stand side by side: each is one level of SQLite's tree of an expression, which may have 1,000.</summary>
    private const int LongestChain = 100;

    public static void Write(SqlWriter sql, ConditionNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new RelationsException("The condition is nested too deeply; to compare a column with many values, use In.");
        }

        switch (node)
        {
            case ConstantNode constant:
                sql.Write(constant.IsMet ? "1 = 1" : "1 = 0");
                break;
            case AndNode and:
                WriteChain(sql, and, " AND ");
                break;
            case OrNode or:
                sql.Write("(");
                WriteChain(sql, or, " OR ");
                sql.Write(")");
                break;
            case NotNode not:
                sql.Write("NOT (");
                Write(sql, not.Inner);
                sql.Write(")");
                break;
            case ComparisonNode comparison:
                WriteComparable(sql, comparison.Column);
                sql.Write(Text(comparison.Operator)).WriteParameter(comparison.Value);
                break;
            case ColumnComparisonNode comparison:
                WriteComparable(sql, comparison.Left);
                sql.Write(Text(comparison.Operator)).WriteColumn(comparison.Right);
                break;
            case NullNode test:
                sql.WriteColumn(test.Column).Write(test.IsNull ? " IS NULL" : " IS NOT NULL");
                break;
            case ListNode list:
                WriteList(sql, list);
                break;
            case TextNode text:
                sql.Write(text.Negated ? "NOT (" : "");
                sql.Dialect.WriteTextMatch(sql, text.Column, text.Match, text.Text, text.IgnoreCase);
                sql.Write(text.Negated ? ")" : "");
                break;
            case KeyNode key:
                WriteKey(sql, key);
                break;
            case SourceKeyNode key:
                WriteSourceKey(sql, key);
                break;
            case KeyListNode list:
                sql.Dialect.WriteMembership(sql, list.Columns, sql.Statement.Add(list.List, sql.Dialect.ListParameters(list.Columns.Length)));
                break;
            case KeyQueryNode found:
                WriteFoundKey(sql, found);
                break;
            case RelationNode relation:
                WriteRelation(sql, relation);
                break;
            default:
                throw new InvalidOperationException($"No SQL for {node.GetType().Name}.");
        }
    }

    private static void WriteChain(SqlWriter sql, JoinNode chain, string word)
    {
        var parts = ArrayPool<ConditionNode>.Shared.Rent(chain.Count);
        chain.CopyTo(parts);
        WriteParts(sql, parts.AsSpan(0, chain.Count), word);
        ArrayPool<ConditionNode>.Shared.Return(parts, clearArray: true);
    }

    /// <summary>Renders the conditions of a chain side by side; of a long one, halves in parentheses.</summary>
    private static void WriteParts(SqlWriter sql, ReadOnlySpan<ConditionNode> parts, string word)
    {
        if (parts.Length > LongestChain)
        {
            WriteParts(sql.Write("("), parts[..(parts.Length / 2)], word);
            WriteParts(sql.Write(")").Write(word).Write("("), parts[(parts.Length / 2)..], word);
            sql.Write(")");
            return;
        }

        for (var place = 0; place < parts.Length; place++)
        {
            Write(place == 0 ? sql : sql.Write(word), parts[place]);
        }
    }

    /// <summary>Gives a statement whose text is known the values of its condition, in the order in which rendering meets them.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="node">What makes rows those of one source: keys and discriminators.</param>
    public static void AddValues(Statement statement, ConditionNode node)
    {
        switch (node)
        {
            case AndNode and:
                AddValues(statement, and.Left);
                AddValues(statement, and.Right);
                break;
            case ComparisonNode comparison:
                statement.Add(comparison.Value);
                break;
            case KeyNode key:
                statement.Add(key.Key);
                break;
            case SourceKeyNode key:
                statement.Add(key.Key.Key);
                break;
            default:
                throw new InvalidOperationException($"{node.GetType().Name} does not say what belongs to one source.");
        }
    }

    /// <summary>Renders a number of targets, in place of a column.</summary>
    public static SqlWriter WriteCount(SqlWriter sql, CountExpression count)
    {
        var rows = count.Rows;
        Declare(sql, rows);
        if (rows.Target.IsPolymorphic)
        {
            return WriteTypesCount(sql, rows);
        }

        sql.Write("(SELECT COUNT(");
        if (rows.Through is null || ((HasManyDefinition)rows.Relation).Through!.IsPairUnique)
        {
            sql.Write("*)");
            WriteRelatedRows(sql, rows, negated: false);
        }
        else if (rows.Relation.KeyToProperties is [var single])
        {
            sql.Write("DISTINCT ").WriteColumn(rows.Target, single).Write(")");
            WriteRelatedRows(sql, rows, negated: false);
        }
        else
        {
            sql.Write("*) FROM (SELECT DISTINCT ").WriteColumns(rows.Target, rows.Relation.KeyToProperties);
            WriteRelatedRows(sql, rows, negated: false);
            sql.Write(") AS counted");
        }

        return sql.Write(")");
    }

    /// <summary>Targets of several types may have the same key.</summary>
    private static SqlWriter WriteTypesCount(SqlWriter sql, RelatedRows rows)
    {
        var through = ((HasManyDefinition)rows.Relation).Through!;
        sql.Write("(SELECT COUNT(*) FROM (SELECT DISTINCT ").WriteColumns(rows.Through!, [.. through.KeyToProperties, through.DiscriminatorProperty!]);
        WriteRelatedRows(sql, rows, negated: false);
        return sql.Write(") AS counted)");
    }

    private static void Declare(SqlWriter sql, RelatedRows rows)
    {
        if (rows.Through is { } through)
        {
            sql.Declare(through, "through");
        }

        sql.Declare(rows.Target, "target");
    }

    private static void WriteComparable(SqlWriter sql, Column column)
    {
        sql.WriteColumn(column);
        if (column.Count is null)
        {
            sql.Dialect.WriteCollation(sql, column.Property);
        }
    }

    private static void WriteList(SqlWriter sql, ListNode list)
    {
        sql.Write(list.Negated ? "NOT (" : "");
        WriteComparable(sql, list.Column);
        sql.Dialect.WriteMembership(sql, sql.Statement.Add(list.List), list.Column.Type);
        sql.Write(list.Negated ? ")" : "");
    }

    private static void WriteFoundKey(SqlWriter sql, KeyQueryNode found)
    {
        var (before, after) = found.Columns.Length == 1 && !found.Query.IsOfWholeTable ? sql.Dialect.MembershipInFew : (" IN (", ")");
        sql.Write("(").WriteColumns(found.Columns).Write(")").Write(before);
        SelectRenderer.WriteKeys(sql, found.Query, found.Key, isOfLinks: false);
        sql.Write(after);
    }

    private static void WriteKey(SqlWriter sql, KeyNode key)
    {
        var first = sql.Statement.Add(key.Key);
        for (var part = 0; part < key.Columns.Count; part++)
        {
            sql.Write(part == 0 ? "" : " AND ").WriteColumn(key.Columns[part]).Write(" = ");
            sql.Dialect.WriteParameter(sql, first + part);
        }
    }

    private static void WriteSourceKey(SqlWriter sql, SourceKeyNode key)
    {
        var isComposite = key.Columns.Count > 1;
        sql.Declare(key.Source, "owner").Write(isComposite ? "(" : "");
        for (var part = 0; part < key.Columns.Count; part++)
        {
            sql.Write(part == 0 ? "" : ", ").WriteColumn(key.Columns[part]);
        }

        sql.Write(isComposite ? ") = (SELECT " : " = (SELECT ").WriteColumns(key.Source, key.SourceColumns).Write(" FROM ").WriteTable(key.Source).Write(" WHERE ");
        WriteKey(sql, key.Key);
        sql.Write(")");
    }

    private static void WriteRelation(SqlWriter sql, RelationNode relation)
    {
        Declare(sql, relation.Rows);
        sql.Write(relation.Quantifier == RelationQuantifier.Any ? "EXISTS (SELECT 1" : "NOT EXISTS (SELECT 1");
        WriteRelatedRows(sql, relation.Rows, negated: relation.Quantifier == RelationQuantifier.All);
        sql.Write(")");
    }

    private static void WriteRelatedRows(SqlWriter sql, RelatedRows rows, bool negated)
    {
        sql.Write(" FROM ");
        if (rows.Through is { } through)
        {
            JoinRenderer.WriteLinkedTargets(sql, through, rows.Target, (HasManyDefinition)rows.Relation);
            sql.Write(" WHERE ").WriteEqual(through, ((HasManyDefinition)rows.Relation).Through!.KeyFromProperties, rows.Source, rows.Relation.KeyFromProperties);
        }
        else if (rows.Target.IsPolymorphic)
        {
            sql.Write("(SELECT 1) AS one");
            JoinRenderer.WriteTypes(sql, rows.Target, rows.Source, rows.Relation.KeyFromProperties, rows.Source.Column(rows.Source.Definition.Property(rows.Relation.Polymorphic!.Property)));
            sql.Write(" WHERE 1 = 1");
        }
        else
        {
            sql.WriteTable(rows.Target).Write(" WHERE ").WriteEqual(rows.Target, rows.Relation.KeyToProperties, rows.Source, rows.Relation.KeyFromProperties);
        }

        WriteTypes(sql, rows);
        if (negated)
        {
            // A condition that meets a null is neither true nor false; such a target does not meet it.
            sql.Write(" AND (");
            Write(sql, rows.Condition);
            sql.Write(") IS NOT TRUE");
        }
        else if (rows.Condition is not ConstantNode { IsMet: true })
        {
            sql.Write(" AND ");
            Write(sql, rows.Condition);
        }

        sql.EndScope(rows.Target);
        if (rows.Through is not null)
        {
            sql.EndScope(rows.Through);
        }
    }

    /// <summary>Renders which of the rows that a polymorphic foreign key could mean are the targets.</summary>
    private static void WriteTypes(SqlWriter sql, RelatedRows rows)
    {
        if (rows.Target.IsPolymorphic)
        {
            sql.Write(" AND ");
            JoinRenderer.WriteHasTarget(sql, rows.Target, unknownIn: null);
        }
        else if (rows.Relation is { Type: not RelationType.BelongsTo, Polymorphic: { } discriminator })
        {
            sql.Write(" AND ");
            Write(sql, QuerySpecification.OfType(rows.Target, discriminator));
        }

        if (rows is { Through: { } links, Relation: HasManyDefinition { Through: { PolymorphicSource: { } source } } })
        {
            sql.Write(" AND ");
            Write(sql, QuerySpecification.OfType(links, source));
        }
    }

    private static string Text(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Equal => " = ",
        ComparisonOperator.NotEqual => " <> ",
        ComparisonOperator.Less => " < ",
        ComparisonOperator.LessOrEqual => " <= ",
        ComparisonOperator.Greater => " > ",
        ComparisonOperator.GreaterOrEqual => " >= ",
        _ => " IS NOT DISTINCT FROM ",
    };
}
