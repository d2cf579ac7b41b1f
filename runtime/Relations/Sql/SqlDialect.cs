using System.Collections.Concurrent;
using Relations.Definitions;
using Relations.Querying;

namespace Relations.Sql;

/// <summary>How a database writes SQL, where databases differ.</summary>
public abstract class SqlDialect
{
    private readonly ConcurrentDictionary<EntityDefinition, string> rowsByKey = [];
    private readonly ConcurrentDictionary<RelationDefinition, string> rowsOfSource = [];

    /// <summary>The database's name, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>The statement that reads a whole row by its primary key: the one that is run most often, so that its text is kept.</summary>
    internal string RowByKey(EntityDefinition definition) => rowsByKey.GetOrAdd(definition, static (definition, dialect) => SelectRenderer.RowByKey(dialect, definition), this);

    /// <summary>The statement that reads all to which a relation leads from one source, whole; its text is kept too.</summary>
    /// <param name="query">Such a query.</param>
    /// <param name="relation">Its relation.</param>
    internal string RowsOfSource(QuerySpecification query, RelationDefinition relation) =>
        rowsOfSource.TryGetValue(relation, out var known) ? known : rowsOfSource.GetOrAdd(relation, SelectRenderer.Rows(this, query));

    /// <summary>Writes a parameter's placeholder.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="place">The parameter's place, counted from 0.</param>
    protected internal abstract void WriteParameter(SqlWriter statement, int place);

    /// <summary>Writes, after an operand, that it is one of the values of a list parameter.</summary>
    protected internal virtual void WriteMembership(SqlWriter statement, int list, ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Write(" IN (SELECT ");
        WriteListValue(statement, [type], part: 0);
        statement.Write(" FROM ");
        WriteListSource(statement, list, [type]);
        statement.Write(")");
    }

    /// <summary>Writes that some columns together are one of the values of a list parameter, which have as many parts.</summary>
    protected internal virtual void WriteMembership(SqlWriter statement, ReadOnlySpan<Column> columns, int list)
    {
        ArgumentNullException.ThrowIfNull(statement);
        Span<ColumnType> types = stackalloc ColumnType[columns.Length];
        statement.Write("(");
        for (var part = 0; part < columns.Length; part++)
        {
            types[part] = columns[part].Type;
            statement.Write(part == 0 ? "" : ", ").WriteColumn(columns[part]);
            WriteCollation(statement, types[part]);
        }

        statement.Write(") IN (SELECT ");
        for (var part = 0; part < columns.Length; part++)
        {
            statement.Write(part == 0 ? "" : ", ");
            WriteListValue(statement, types, part);
        }

        statement.Write(" FROM ");
        WriteListSource(statement, list, types);
        statement.Write(")");
    }

    /// <summary>What stands, after a column, before and after a query that finds few values, one of which the column must be.</summary>
    protected internal virtual (string Before, string After) MembershipInFew => (" IN (", ")");

    /// <summary>How many parameters a list takes whose values have so many parts: one for all, or one for each part. <see cref="IValueBinder"/> must hand it over so.</summary>
    protected internal virtual int ListParameters(int parts) => 1;

    /// <summary>Writes the table that a list parameter is, for FROM.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="list">The place of the list, or of the first of its parameters.</param>
    /// <param name="types">The type of each part of a value; only one for a list of single values.</param>
    protected internal abstract void WriteListSource(SqlWriter statement, int list, ReadOnlySpan<ColumnType> types);

    /// <summary>Writes the expression for a part of a value of <see cref="WriteListSource"/>.</summary>
    protected internal abstract void WriteListValue(SqlWriter statement, ReadOnlySpan<ColumnType> types, int part);

    /// <summary>Writes, after an operand of this type, what makes the database compare and order it as C# does; mostly nothing.</summary>
    protected internal virtual void WriteCollation(SqlWriter statement, ColumnType type) { }

    /// <summary>Writes, after a column, what makes the database compare and order it as C# does; mostly nothing.</summary>
    protected internal virtual void WriteCollation(SqlWriter statement, PropertyDefinition property)
    {
        ArgumentNullException.ThrowIfNull(property);
        WriteCollation(statement, property.ColumnType);
    }

    /// <summary>Writes, after a value that is put into this column, what makes it a value of the column's type, where the database does not do so by itself.</summary>
    protected internal virtual void WriteConversion(SqlWriter statement, PropertyDefinition property) { }

    /// <summary>What stands around a column to find its least value, or its greatest.</summary>
    protected internal virtual (string Before, string After) Extreme(ColumnType type, bool greatest) => (greatest ? "MAX(" : "MIN(", ")");

    /// <summary>Writes, after an ordered column, the direction, with nulls first when ascending and last when descending.</summary>
    protected internal abstract void WriteDirection(SqlWriter statement, bool descending);

    /// <summary>Writes how many rows to leave out and to take.</summary>
    protected internal abstract void WritePage(SqlWriter statement, int? skip, int? take);

    /// <summary>Writes the search of a text.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="column">Writes the searched column.</param>
    /// <param name="match">How it is searched.</param>
    /// <param name="text">The text or pattern, as the user gave it.</param>
    /// <param name="ignoreCase">Whether upper and lower case are the same.</param>
    protected internal abstract void WriteTextMatch(SqlWriter statement, Column column, TextMatch match, string text, bool ignoreCase);

    /// <summary>Whether <see cref="WriteTextMatch"/> can search by a regular expression; else a filter that does is not valid.</summary>
    protected internal virtual bool HasRegularExpressions => false;

    /// <summary>The type of a column in a table's definition.</summary>
    protected internal abstract string TypeName(PropertyDefinition property);

    /// <summary>Whether texts may hold the character NUL.</summary>
    protected internal virtual bool StoresNul => true;

    /// <summary>Writes a column in a table's definition, from its type on; <paramref name="isOnlyKey"/> says that it is the whole primary key.</summary>
    protected internal abstract void WriteColumnDefinition(SqlWriter statement, PropertyDefinition property, bool isOnlyKey);

    /// <summary>Whether a column of this type, as <see cref="WriteColumnsQuery"/> gives it, takes the property's values.</summary>
    protected internal virtual bool IsTypeOf(PropertyDefinition property, string type) => string.Equals(type, TypeName(property), StringComparison.OrdinalIgnoreCase);

    /// <summary>The greatest integer that a column can hold.</summary>
    protected internal virtual ulong GreatestInteger => ulong.MaxValue;

    /// <summary>What to do where new rows without keys break this constraint; null when it is not that of the entity's keys, which the database made for them.</summary>
    protected internal virtual string? AdviceOnMadeKey(EntityDefinition entity, string constraint) => null;

    /// <summary>Whether the database makes values for a generated property that is the whole primary key.</summary>
    protected internal virtual bool Generates(PropertyDefinition property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.ColumnType is ColumnType.Guid or (>= ColumnType.SByte and <= ColumnType.Int64);
    }

    /// <summary>
    /// Writes the query that describes the columns of tables as they are in the database. Each row has the table's place in the list, counted from 0; whether it can have keys and indexes,
    /// as a view cannot; the column's name; its type; whether it may be null; whether the database gives it a value where a row brings none; whether a row may bring one.
    /// </summary>
    /// <param name="statement">The statement.</param>
    /// <param name="tables">The place of the list parameter with the tables' names, as they are written in SQL. There are no rows for a table that is missing.</param>
    protected internal abstract void WriteColumnsQuery(SqlWriter statement, int tables);

    /// <summary>
    /// Writes the query that describes primary keys and whole indexes. Each row has the table's place; the index's name; whether it is the primary key; whether it is unique;
    /// one of its columns, in their order, or null for an expression.
    /// </summary>
    /// <param name="statement">The statement.</param>
    /// <param name="tables">The place of the list parameter with the tables' names.</param>
    protected internal abstract void WriteIndexesQuery(SqlWriter statement, int tables);

    /// <summary>
    /// Writes the query that describes foreign keys. Each row has the table's place; what tells the foreign key from the table's others; the place of the table that it refers to, or
    /// null where that is none of the list; its name; one of the columns that refer, in their order; the column that it refers to, or null for the primary key's.
    /// </summary>
    /// <param name="statement">The statement.</param>
    /// <param name="tables">The place of the list parameter with the tables' names.</param>
    protected internal abstract void WriteForeignKeysQuery(SqlWriter statement, int tables);

    /// <summary>How the names of tables and columns are compared.</summary>
    protected internal virtual StringComparer IdentifierComparer => StringComparer.Ordinal;

    /// <summary>The greatest length of a name in bytes of UTF-8; 0 for no bound. Longer names of indexes and constraints are shortened, so that no two become the same.</summary>
    protected internal virtual int MaxIdentifierBytes => 0;

    /// <summary>A statement that makes others who create tables wait until the transaction has ended; null where the database does so by itself.</summary>
    protected internal virtual string? SchemaLock => null;

    /// <summary>Whether tables stand in schemas. Where they do not, an entity's schema is passed over.</summary>
    protected internal virtual bool HasSchemas => true;

    /// <summary>Whether a group's rows may give columns that are neither grouped nor aggregated. Then one grouped column is enough, which an index may give in order.</summary>
    protected internal virtual bool AllowsUngroupedColumns => false;

    /// <summary>Whether all targets of a relation are read faster one by one beside the links' keys alone than by a join, which finds a target again for each of its links.</summary>
    protected internal virtual bool ReadsTargetsApart => false;

    /// <summary>Whether a subquery in WITH may write, so that an operation on several tables is one statement.</summary>
    protected internal virtual bool HasWritingSubqueries => false;

    /// <summary>What stands around a condition so that the statement fails where it does not hold: subqueries that have written must take it back. <see cref="IsUnmet"/> knows the error.</summary>
    protected internal virtual (string Before, string After) Requirement => throw new NotSupportedException($"{Name} has no subqueries that write.");

    /// <summary>Whether a statement has failed since a <see cref="Requirement"/> does not hold.</summary>
    protected internal virtual bool IsUnmet(RelationsException problem) => false;

    /// <summary>Whether statements that need no rows of each other are sent together, by <see cref="Sessions.Connection.ReadAheadAsync"/>: where a server is asked, each answer is waited for.</summary>
    protected internal virtual bool ReadsAhead => false;

    /// <summary>What follows a query of one table so that its rows are locked; null where there is one writer at a time, who needs no locks.</summary>
    protected internal virtual string? Lock(RowLock strength) => null;

    /// <summary>
    /// Whether the database counts the rows of each source's page, by a window function. Else it gives the rows of each source in order, and those of
    /// the page are picked while they are read: faster where rows need not travel, since a window keeps and copies every row.
    /// </summary>
    protected internal virtual bool CountsRowsOfPages => true;

    /// <summary>
    /// What stands around an ALTER TABLE … ADD CONSTRAINT so that it passes over a constraint that exists. Then foreign keys are added when all tables
    /// and their indexes exist; null where a table's definition may name tables that do not exist yet.
    /// </summary>
    protected internal virtual (string Before, string After)? ForeignKeyAddition => null;

    /// <summary>Writes an identifier in quotes, whatever it contains.</summary>
    protected internal virtual void WriteIdentifier(SqlWriter statement, string identifier)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(identifier);
        statement.Write("\"");
        statement.Write(identifier.Contains('"', StringComparison.Ordinal) ? identifier.Replace("\"", "\"\"", StringComparison.Ordinal) : identifier);
        statement.Write("\"");
    }

    /// <summary>What is written, as a text.</summary>
    internal string Written(Action<SqlWriter> write)
    {
        var sql = new SqlWriter(this);
        write(sql);
        return sql.Statement.ToString();
    }
}
