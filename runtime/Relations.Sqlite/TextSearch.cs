using System.Text;
using Relations.Querying;
using Relations.Sql;

namespace Relations.Sqlite;

/// <summary>Writes the search of a text column. SQLite's length and substr stop at NUL, and its LIKE knows case only of ASCII, so neither is used.</summary>
internal readonly struct TextSearch(SqlWriter statement, Column column, bool ignoreCase)
{
    private const string Binary = " COLLATE BINARY";

    public void WriteStart(string text)
    {
        if (text.Length == 0)
        {
            WriteAnyText();
            return;
        }

        if (ignoreCase)
        {
            statement.Write("instr(");
            WriteOperand();
            statement.Write(", ").WriteValue(Fold(text)).Write(") = 1");
            return;
        }

        // A range, so that an index on the column can be used. SQLite compares the bytes of UTF-8, which order as the characters do; a column of another collation (NOCASE) would have its own order.
        WriteOperand();
        statement.Write(Binary + " >= ").WriteValue(text);
        if (After(text) is { } end)
        {
            statement.Write(" AND ");
            WriteOperand();
            statement.Write(Binary + " < ").WriteValue(end);
        }
    }

    public void WriteEnd(string text)
    {
        if (text.Length == 0)
        {
            WriteAnyText();
            return;
        }

        // By bytes: no character of UTF-8 ends with the bytes of another's beginning. Of no bytes at all, substr is null.
        statement.WriteColumn(column).Write(Binary + " <> '' AND substr(CAST(");
        WriteOperand();
        statement.Write(" AS BLOB), -octet_length(").WriteValue(Fold(text)).Write(")) = CAST(");
        statement.Write("?").Write(statement.Statement.ParameterCount);
        statement.Write(" AS BLOB)");
    }

    public void WriteContent(string text)
    {
        if (text.Length == 0)
        {
            WriteAnyText();
            return;
        }

        statement.Write("instr(");
        WriteOperand();
        statement.Write(", ").WriteValue(Fold(text)).Write(") > 0");
    }

    public void WriteLike(string pattern)
    {
        var folded = Fold(pattern);
        if (LikePattern.ToGlob(folded) is not { } glob)
        {
            WriteOwnLike(folded);
            return;
        }

        // GLOB is SQLite's own and fast, but takes a text to end at NUL.
        statement.Write("CASE WHEN instr(").WriteColumn(column).Write(", char(0)) > 0 THEN ");
        WriteOwnLike(folded);
        statement.Write(" ELSE ");
        WriteOperand();
        statement.Write(" GLOB ").WriteValue(glob).Write(" END");
    }

    private void WriteOwnLike(string pattern)
    {
        statement.Write(SqliteFunctions.Like + "(").WriteValue(pattern).Write(", ");
        WriteOperand();
        statement.Write(")");
    }

    private void WriteAnyText() => statement.WriteColumn(column).Write(" >= ''"); // null is neither with the text nor without it

    private void WriteOperand()
    {
        if (ignoreCase)
        {
            statement.Write(SqliteFunctions.Upper + "(").WriteColumn(column).Write(")");
        }
        else
        {
            statement.WriteColumn(column);
        }
    }

    private string Fold(string text) => ignoreCase ? text.ToUpperInvariant() : text;

    /// <summary>The least text that is greater than every text with this beginning, or null where there is none.</summary>
    private static string? After(string start)
    {
        while (start.Length > 0)
        {
            if (Rune.DecodeLastFromUtf16(start, out var last, out var length) != System.Buffers.OperationStatus.Done)
            {
                return null; // half of a surrogate pair: binding it reports the error
            }

            var head = start[..^length];
            if (last.Value < 0x10FFFF)
            {
                return head + new Rune(last.Value == 0xD7FF ? 0xE000 : last.Value + 1);
            }

            start = head;
        }

        return null;
    }
}
