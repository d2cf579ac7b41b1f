using System.Globalization;
using Relations.Definitions;
using Relations.Querying;

namespace Relations.Sql;

/// <summary>Writes a statement in a dialect: identifiers, columns, parameters. What the parts mean is the renderers' matter.</summary>
public sealed class SqlWriter
{
    [ThreadStatic]
    private static SqlWriter? spare;

    private readonly List<(TableReference Table, string Alias, bool IsInScope)> aliases = [];

    internal SqlWriter(SqlDialect dialect) => Dialect = dialect;

    /// <summary>How the database writes SQL.</summary>
    public SqlDialect Dialect { get; private set; }

    /// <summary>The statement that is written.</summary>
    public Statement Statement { get; } = new();

    /// <summary>A writer that has written nothing; give it back with <see cref="Return"/> once its statement has been taken. One that an error keeps from coming back is no loss.</summary>
    internal static SqlWriter Rent(SqlDialect dialect)
    {
        if (spare is not { } writer)
        {
            return new(dialect);
        }

        spare = null;
        writer.Dialect = dialect;
        return writer;
    }

    internal void Return()
    {
        Clear();
        spare = this;
    }

    /// <summary>Forgets what was written.</summary>
    internal void Clear()
    {
        aliases.Clear();
        Statement.Clear();
    }

    /// <summary>Writes text as it stands.</summary>
    public SqlWriter Write(string sql)
    {
        Statement.Append(sql);
        return this;
    }

    /// <summary>Writes a number.</summary>
    public SqlWriter Write(int number)
    {
        Statement.Append(number);
        return this;
    }

    /// <summary>Writes a value's placeholder.</summary>
    public SqlWriter WriteValue<T>(T value) => WriteParameter(new ValueParameter<T>(value));

    /// <summary>Writes the placeholders of a parameter's values, separated by commas.</summary>
    public SqlWriter WriteParameter(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var first = Statement.Add(parameter);
        for (var part = 0; part < parameter.Count; part++)
        {
            Write(part == 0 ? "" : ", ");
            Dialect.WriteParameter(this, first + part);
        }

        return this;
    }

    /// <summary>Writes an identifier in quotes.</summary>
    public SqlWriter WriteIdentifier(string identifier)
    {
        Dialect.WriteIdentifier(this, identifier);
        return this;
    }

    /// <summary>Writes a column with its table's alias.</summary>
    public SqlWriter WriteColumn(Column column) =>
        column.Count is { } count
            ? ConditionRenderer.WriteCount(this, count)
            : WriteColumn(column.Table!, column.Property);

    /// <summary>Writes a column with its table's alias. Of targets of several types a row has the columns of one; those of the others are null.</summary>
    internal SqlWriter WriteColumn(TableReference table, PropertyDefinition property) =>
        table.IsPolymorphic ? WriteSharedColumn(table, property)
        : table.OneOf is not null && Known(table) is null ? Write("NULL")
        : Write(AliasOf(table)).Write(".").WriteIdentifier(property.Column);

    /// <summary>Writes a table's name.</summary>
    internal SqlWriter WriteTable(EntityDefinition entity)
    {
        if (Dialect.HasSchemas && entity.Schema is { } schema)
        {
            WriteIdentifier(schema).Write(".");
        }

        return WriteIdentifier(entity.Table);
    }

    /// <summary>Gives a table the alias by which its columns are called.</summary>
    /// <param name="table">The table.</param>
    /// <param name="role">What it is to the statement: source, target or through.</param>
    internal SqlWriter Declare(TableReference table, string role)
    {
        if (table.IsPolymorphic)
        {
            foreach (var type in table.Types)
            {
                Declare(type, role);
            }

            return this;
        }

        var taken = 1;
        for (var index = 0; index < aliases.Count; index++)
        {
            var (known, alias, _) = aliases[index];
            if (known == table)
            {
                aliases[index] = (known, alias, true);
                return this;
            }

            taken += alias.StartsWith(role, StringComparison.Ordinal) ? 1 : 0;
        }

        aliases.Add((table, taken == 1 ? role : string.Create(CultureInfo.InvariantCulture, $"{role}{taken}"), true));
        return this;
    }

    /// <summary>Ends the subquery that a table was declared for: what comes after it cannot use the table's columns.</summary>
    internal SqlWriter EndScope(TableReference table)
    {
        for (var index = 0; index < aliases.Count; index++)
        {
            var (known, alias, _) = aliases[index];
            if (known == table || known.OneOf == table)
            {
                aliases[index] = (known, alias, false);
            }
        }

        return this;
    }

    /// <summary>Writes a declared table with its alias.</summary>
    internal SqlWriter WriteTable(TableReference table) => WriteTable(table.Definition).Write(" AS ").Write(AliasOf(table));

    /// <summary>Writes that two keys are equal, part by part.</summary>
    internal SqlWriter WriteEqual(TableReference left, IReadOnlyList<PropertyDefinition> key, TableReference right, IReadOnlyList<PropertyDefinition> other)
    {
        for (var part = 0; part < key.Count; part++)
        {
            Write(part == 0 ? "" : " AND ").WriteColumn(left, key[part]).Write(" = ").WriteColumn(right, other[part]);
        }

        return this;
    }

    /// <summary>Writes columns with their table's alias, separated by commas.</summary>
    internal SqlWriter WriteColumns(TableReference table, IReadOnlyList<PropertyDefinition> properties)
    {
        for (var index = 0; index < properties.Count; index++)
        {
            Write(index == 0 ? "" : ", ").WriteColumn(table, properties[index]);
        }

        return this;
    }

    /// <summary>Writes columns with their tables' aliases, separated by commas.</summary>
    internal SqlWriter WriteColumns(Column[] columns)
    {
        for (var index = 0; index < columns.Length; index++)
        {
            Write(index == 0 ? "" : ", ").WriteColumn(columns[index]);
        }

        return this;
    }

    /// <summary>Writes columns without an alias, separated by commas.</summary>
    internal SqlWriter WriteColumns(IReadOnlyList<PropertyDefinition> properties)
    {
        for (var index = 0; index < properties.Count; index++)
        {
            Write(index == 0 ? "" : ", ").WriteIdentifier(properties[index].Column);
        }

        return this;
    }

    internal string AliasOf(TableReference table) => Known(table) ?? throw new InvalidOperationException(
        $"A column of {table.Definition.Name} is used in a query that it is no part of. Use the parameters of the query's own lambdas.");

    private string? Known(TableReference table)
    {
        foreach (var (known, alias, isInScope) in aliases)
        {
            if (known == table && isInScope)
            {
                return alias;
            }
        }

        return null;
    }

    /// <summary>Writes a column that the targets of several types have: that of the one type which the row has.</summary>
    private SqlWriter WriteSharedColumn(TableReference table, PropertyDefinition property)
    {
        var types = table.Types.Where(type => Known(type) is not null).ToList();
        if (types.Count == 0)
        {
            AliasOf(table); // says what is wrong
        }

        for (var type = 0; type < types.Count; type++)
        {
            Write(types.Count == 1 ? "" : type == 0 ? "COALESCE(" : ", ").WriteColumn(types[type], types[type].Definition.Property(property.Name));
        }

        return Write(types.Count == 1 ? "" : ")");
    }
}
