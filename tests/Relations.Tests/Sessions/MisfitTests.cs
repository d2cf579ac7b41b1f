using System.Globalization;
using Relations.Definitions;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Sessions;

/// <summary>Values that are not of their column's type, which SQLite stores all the same: a query of the user's own reads them as the library's does.</summary>
[SqliteOnly("PostgreSQL keeps such values out.")]
public sealed class MisfitTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private static readonly string[] Values =
    [
        "5", "-1", "300", "70000", "5000000000", "1.5", "1e300", "9e999", "'abc'", "''", "'5'", "'1.50'", "'NaN'", "x''", "x'01'", "zeroblob(16)", "CAST(x'ff' AS TEXT)", "'é'", "'😀'",
        "'2020-01-01'", "'2020-01-01 10:00:00'", "'2020-1-1'", "'10:00'", "'24:00'", "'1.00:00:00'", "'e7a5c0de-0000-0000-0000-000000000000'",
    ];

    [SetUp]
    public void LoosenTable() =>
        Test.RunUnchecked($"DROP TABLE \"Oddity\"; CREATE TABLE \"Oddity\" ({string.Join(", ", OddityRepository.Definition.Properties.Select(static property => $"\"{property.Column}\""))})");

    [Test]
    public async Task A_query_of_the_users_own_reads_and_refuses_what_the_librarys_does()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var property in OddityRepository.Definition.Properties.Skip(1))
            {
                foreach (var value in Values)
                {
                    await StoreAsync(property, value);
                    Assert.That(await OutcomeAsync(async () => (await new OddityRepository(Db).QueryAsync($"SELECT * FROM \"Oddity\""))[0]), Is.EqualTo(await OutcomeAsync(async () => await new OddityRepository(Db).FirstAsync())), $"{property.Name} = {value}");
                }
            }
        }
    }

    [Test]
    public async Task The_error_names_column_and_value()
    {
        await StoreAsync(OddityRepository.Definition.Properties.Single(static property => property.Name == nameof(Oddity.Short)), "'abc'");

        Assert.That(
            async () => await new OddityRepository(Db).QueryAsync($"SELECT * FROM \"Oddity\""),
            Throws.TypeOf<RelationsException>().With.Message.StartsWith("Column 'Short' holds the TEXT 'abc', which is no Int16."));
    }

    [Test]
    public async Task A_row_that_cannot_be_read_is_not_written()
    {
        await StoreAsync(OddityRepository.Definition.Properties.Single(static property => property.Name == nameof(Oddity.Short)), "1");

        Assert.That(async () => await new OddityRepository(Db).QueryAsync($"UPDATE \"Oddity\" SET \"Short\" = 'abc' RETURNING *"), Throws.TypeOf<RelationsException>());
        Assert.That((await new OddityRepository(Db).FirstAsync()).Short, Is.EqualTo(1));
    }

    private async Task StoreAsync(PropertyDefinition property, string value)
    {
        var others = OddityRepository.Definition.Properties.Where(other => other != property);
        await Db.ExecuteAsync(Harness.Sql.Of($"DELETE FROM \"Oddity\"; INSERT INTO \"Oddity\" (\"{property.Column}\", {string.Join(", ", others.Select(static other => $"\"{other.Column}\""))}) VALUES ({value}, {string.Join(", ", others.Select(Fitting))})"));
    }

    private static string Fitting(PropertyDefinition property) => property.IsNullable ? "NULL" : property.ColumnType switch
    {
        ColumnType.Char => "'x'",
        ColumnType.Bytes => "x'01'",
        _ => "1",
    };

    private static async Task<string> OutcomeAsync(Func<Task<Oddity>> read)
    {
        try
        {
            var o = await read();
            return string.Create(CultureInfo.InvariantCulture, $"{o.Id} {o.Tiny} {o.Octet} {o.Short} {o.UShort} {o.UInt} {o.ULong} {o.Single:R} {o.Double:R} {(int)o.Letter} {(int?)o.OtherLetter} {Convert.ToHexString(o.Bytes)} {Convert.ToHexString(o.OtherBytes ?? [])} {o.Day:O} {o.Time:O} {o.Token} {o.Length}");
        }
        catch (Exception problem)
        {
            return $"{problem.GetType().Name}: {problem.Message}";
        }
    }
}
