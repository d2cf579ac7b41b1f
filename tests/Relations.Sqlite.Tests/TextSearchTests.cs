using Relations.Definitions;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.Sqlite.Tests;

[TestFixture]
public sealed class TextSearchTests
{
    private static readonly string[] Texts =
    [
        "", "a", "A", "ab", "aB", "abc", "b", "a\0b", "a\0B", "\0", "😀", "😀a", "a😀", "straße", "STRASSE", "STRAßE", "İstanbul", "istanbul", "ISTANBUL", "ıstanbul",
        "Σίσυφος", "σίσυφοσ", "ΣΊΣΥΦΟΣ", "50%", "5_0", "[x]", "*", "?", "\\", "a\\b", "%", "_", "\uD7FF", "\uD7FFx", "\uE000", "\uFFFD", "\uFFFE", "\uFFFF", "\U0010FFFF", "\U0010FFFFz", "zebra", "Zebra", "zebra ", " ", "  ", "élan", "ÉLAN",
    ];

    [Test]
    public async Task Finds_what_CSharp_finds(
        [Values(TextMatch.StartsWith, TextMatch.EndsWith, TextMatch.Contains)] TextMatch match, [Values] bool ignoreCase, [Values] bool isIndexed, [Values("BINARY", "NOCASE", "RTRIM")] string collation)
    {
        await using var database = await FilledAsync(isIndexed, collation);
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var wanted in Texts)
        {
            var expected = Texts.Where(text => match switch
            {
                TextMatch.StartsWith => text.StartsWith(wanted, comparison),
                TextMatch.EndsWith => text.EndsWith(wanted, comparison),
                _ => text.Contains(wanted, comparison),
            });
            Assert.That(await FindAsync(database, match, wanted, ignoreCase), Is.EquivalentTo(expected), $"{match} '{wanted}'");
        }
    }

    [TestCase("a%", "a", "ab", "aB", "abc", "a\0b", "a\0B", "a😀", "a\\b")]
    [TestCase("a_", "ab", "aB", "a😀")]
    [TestCase("a_b", "a\0b", "a\\b")]
    [TestCase("%b", "ab", "b", "a\0b", "a\\b")]
    [TestCase("a\\_")]
    [TestCase("5\\_0", "5_0")]
    [TestCase("50\\%", "50%")]
    [TestCase("[x]", "[x]")]
    [TestCase("*", "*")]
    [TestCase("?", "?")]
    [TestCase("\\", "\\")]
    [TestCase("a\\\\b", "a\\b")]
    [TestCase("a\0%", "a\0b", "a\0B")]
    [TestCase("", "")]
    public async Task Follows_a_pattern(string pattern, params string[] expected)
    {
        await using var database = await FilledAsync(isIndexed: false);
        Assert.That(await FindAsync(database, TextMatch.Like, pattern, ignoreCase: false), Is.EquivalentTo(expected));
        Assert.That(Texts.Where(text => LikePattern.IsMatch(System.Text.Encoding.UTF8.GetBytes(pattern), System.Text.Encoding.UTF8.GetBytes(text))), Is.EquivalentTo(expected), "without GLOB");
    }

    [Test]
    public async Task Every_text_is_a_pattern_for_itself()
    {
        await using var database = await FilledAsync(isIndexed: false);
        foreach (var text in Texts)
        {
            var pattern = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
            Assert.That(await FindAsync(database, TextMatch.Like, pattern, ignoreCase: false), Is.EqualTo(new[] { text }));
            Assert.That(await FindAsync(database, TextMatch.Like, string.Concat(text.EnumerateRunes().Select(static rune => "\\" + rune)), ignoreCase: false), Is.EqualTo(new[] { text }));
        }
    }

    [Test]
    public async Task Follows_a_pattern_in_any_case()
    {
        await using var database = await FilledAsync(isIndexed: false);
        Assert.That(await FindAsync(database, TextMatch.Like, "a_b", ignoreCase: true), Is.EquivalentTo(new[] { "a\0b", "a\0B", "a\\b" }));
        Assert.That(await FindAsync(database, TextMatch.Like, "é%", ignoreCase: true), Is.EquivalentTo(new[] { "élan", "ÉLAN" }));
        Assert.That(await FindAsync(database, TextMatch.Like, "%" + new string('x', 60_000), ignoreCase: true), Is.Empty);
    }

    [Test]
    public async Task A_beginning_is_found_through_an_index()
    {
        await using var database = await FilledAsync(isIndexed: true);
        var sql = Sql(TextMatch.StartsWith, "ab", ignoreCase: false, "EXPLAIN QUERY PLAN SELECT value FROM own WHERE ");
        var plan = await database.RunAsync(Access.Read, sql, static (connection, statement, cancel) => connection.ReadAsync(statement, static row => row.GetString(3), cancel), CancellationToken.None);
        Assert.That(plan.Single(), Does.StartWith("SEARCH own USING COVERING INDEX own_value (value>? AND value<?)"));
    }

    private static async Task<SqliteDatabase> FilledAsync(bool isIndexed, string collation = "BINARY")
    {
        var database = new SqliteDatabase(":memory:");
        var table = new SqlStatement(0, 0);
        table.AppendLiteral($"CREATE TABLE own (value TEXT COLLATE {collation})");
        await database.ExecuteAsync(table);
        if (isIndexed)
        {
            await database.ExecuteAsync($"CREATE INDEX own_value ON own (value)");
        }

        foreach (var text in Texts)
        {
            await database.ExecuteAsync($"INSERT INTO own VALUES ({text})");
        }

        await database.ExecuteAsync($"INSERT INTO own VALUES (NULL)");
        return database;
    }

    private static ValueTask<List<string>> FindAsync(SqliteDatabase database, TextMatch match, string text, bool ignoreCase) =>
        database.RunAsync(
            Access.Read,
            Sql(match, text, ignoreCase, "SELECT value FROM own WHERE "),
            static async (connection, statement, cancel) =>
            {
                var sink = new KeySink<string>(default, count: 1);
                await connection.ReadAsync(statement, sink, cancel);
                return sink.Keys;
            },
            CancellationToken.None);

    private static Statement Sql(TextMatch match, string text, bool ignoreCase, string start)
    {
        var property = new PropertyDefinition("Value", "value", typeof(string), ColumnType.Text, PropertyKinds.Nullable);
        var sql = new SqlWriter(SqliteDialect.Instance);
        var table = new TableReference(new TestTable(property));
        sql.Declare(table, "own");
        sql.Write(start);
        SqliteDialect.Instance.WriteTextMatch(sql, table.Column(property), match, text, ignoreCase);
        return sql.Statement;
    }
}
