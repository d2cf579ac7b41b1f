namespace Relations.Tests.Harness;

/// <summary>Statements whose text is not known to the compiler; only tests need such.</summary>
internal static class Sql
{
    public static SqlStatement Of(string text)
    {
        var statement = new SqlStatement(text.Length, 0);
        statement.AppendLiteral(text);
        return statement;
    }
}
