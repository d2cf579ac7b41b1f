using System.Runtime.CompilerServices;
using Relations.Definitions;
using Relations.Sql;

namespace Relations;

/// <summary>An interpolated string as a statement: its values become parameters, so that they can never be read as SQL.</summary>
[InterpolatedStringHandler]
public readonly struct SqlStatement
{
    private readonly List<(string? Sql, Parameter? Value)> parts;

    /// <summary>Called by the compiler.</summary>
    public SqlStatement(int literalLength, int formattedCount) => parts = new(formattedCount * 2 + 1);

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string sql) => parts.Add((sql, null));

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted<T>(T value) => parts.Add((null, new ValueParameter<T>(value)));

    internal Statement ToStatement(SqlDialect dialect)
    {
        var writer = new SqlWriter(dialect);
        foreach (var (sql, value) in parts ?? [])
        {
            if (value is null)
            {
                writer.Write(sql!);
            }
            else
            {
                writer.WriteParameter(value);
            }
        }

        return writer.Statement.Text.IsWhiteSpace() ? throw new InvalidOperationException("The statement is empty; pass an interpolated string, $\"…\".") : writer.Statement;
    }
}
