using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Columns whose type the model names.</summary>
public sealed class ColumnTypeNameTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private LedgerRepository Ledgers => new(Db);

    [Test]
    public async Task Values_are_read_and_bound_by_their_type_in_CSharp()
    {
        var at = new DateTime(2025, 3, 3, 9, 30, 0, 125, DateTimeKind.Unspecified);
        var ledger = await Ledgers.CreateAsync(new() { Body = """{"a": 1}""", Code = "abcde", Price = 12.34m, Count = 5, At = at });
        Assert.That((ledger.Body, ledger.Code, ledger.Price, ledger.Count, ledger.At), Is.EqualTo(("""{"a": 1}""", "abcde", 12.34m, 5, (DateTime?)at)));
        await Ledgers.Where(l => l.Code == "abcde" && l.Price == 12.34m && l.Count == 5 && l.At == at).PatchAsync(new() { Body = "[1, 2]", Price = 1m });
        Assert.That((await Ledgers.FindByIdAsync(ledger.Id)).Body, Is.EqualTo("[1, 2]"));
    }

    [Test]
    public async Task A_text_of_the_databases_own_type_is_compared_as_text()
    {
        await Ledgers.CreateAllAsync([new() { Body = "\"b\"", Code = "1" }, new() { Body = "\"a\"", Code = "2" }, new() { Body = "[3]", Code = "3" }]);
        Assert.That((await Ledgers.OrderBy(l => l.Body).ToListAsync()).Select(static ledger => ledger.Code), Is.EqualTo(new[] { "2", "1", "3" }));
        Assert.That(await Ledgers.Where(l => l.Body == "\"a\"" || l.Body.StartsWith("[")).CountAsync(), Is.EqualTo(2));
        Assert.That(await Ledgers.Where(l => l.Body.In("\"a\"", "\"b\"")).CountAsync(), Is.EqualTo(2));
    }

    [Test, NotOn(DatabaseKind.Sqlite, "its columns have no such types")]
    public async Task What_the_type_does_not_take_is_refused()
    {
        Assert.That(async () => await Ledgers.CreateAsync(new() { Body = "{}", Code = "abcdef" }), Throws.TypeOf<ConstraintException>().With.Message.Contains("character varying(5)"));
        Assert.That(async () => await Ledgers.CreateAsync(new() { Body = "{}", Code = "a", Price = 1e9m }), Throws.TypeOf<ConstraintException>().With.Message.Contains("numeric field overflow"));
        Assert.That(async () => await Ledgers.CreateAsync(new() { Body = "{", Code = "a" }), Throws.InstanceOf<RelationsException>().With.Message.Contains("json"));
    }

    [Test, NotOn(DatabaseKind.Sqlite, "its columns have no such types")]
    public async Task Another_type_or_another_length_is_a_drift()
    {
        await RelationsModel.VerifySchemaAsync(Db);
        Test.RunUnchecked("ALTER TABLE \"Ledger\" ALTER \"Code\" TYPE varchar(6), ALTER \"Price\" TYPE numeric, ALTER \"Body\" TYPE json");
        var error = Assert.ThrowsAsync<SchemaMismatchException>(async () => await RelationsModel.VerifySchemaAsync(Db))!;
        Assert.That(error.Differences, Is.EqualTo(new[]
        {
            "the column \"Body\" of \"Ledger\" is json; Ledger.Body is stored as jsonb",
            "the column \"Code\" of \"Ledger\" is character varying(6); Ledger.Code is stored as VARCHAR (5)",
            "the column \"Price\" of \"Ledger\" is numeric; Ledger.Price is stored as numeric(10, 2)",
        }));
    }

    [Test, NotOn(DatabaseKind.Sqlite, "its columns have no such types")]
    public async Task Of_a_domain_its_own_name_counts_or_what_it_is_made_of()
    {
        Test.RunUnchecked("CREATE DOMAIN short AS varchar(5); CREATE DOMAIN longer AS varchar(6); ALTER TABLE \"Ledger\" ALTER \"Code\" TYPE short");
        Assert.That(async () => await RelationsModel.VerifySchemaAsync(Db), Throws.Nothing);

        Test.RunUnchecked("ALTER TABLE \"Ledger\" ALTER \"Code\" TYPE longer");
        var error = Assert.ThrowsAsync<SchemaMismatchException>(async () => await RelationsModel.VerifySchemaAsync(Db))!;
        Assert.That(error.Differences, Is.EqualTo(new[] { "the column \"Code\" of \"Ledger\" is longer in public of character varying(6); Ledger.Code is stored as VARCHAR (5)" }));
    }

    [Test, NotOn(DatabaseKind.Sqlite, "its columns have no such types")]
    public async Task A_domain_of_a_domain_is_what_that_is_made_of()
    {
        Test.RunUnchecked("CREATE DOMAIN short AS varchar(5); CREATE DOMAIN shorter AS short CHECK (length(VALUE) < 5); ALTER TABLE \"Ledger\" ALTER \"Code\" TYPE shorter");
        Assert.That(async () => await RelationsModel.VerifySchemaAsync(Db), Throws.Nothing);
    }

    [Test, NotOn(DatabaseKind.Sqlite, "its columns have no such types")]
    public async Task What_a_domain_says_of_null_and_of_a_default_counts()
    {
        Test.RunUnchecked("""
            CREATE DOMAIN code AS varchar(5) NOT NULL; CREATE DOMAIN narrow AS code; CREATE DOMAIN zero AS integer NOT NULL DEFAULT 0; CREATE DOMAIN moment AS timestamp(3) NOT NULL;
            ALTER TABLE "Ledger" ALTER "Code" TYPE narrow, ALTER "Code" DROP NOT NULL, ALTER "At" TYPE moment, ADD "Filled" zero, ADD "Other" code
            """);

        var error = Assert.ThrowsAsync<SchemaMismatchException>(async () => await RelationsModel.VerifySchemaAsync(Db))!;
        Assert.That(error.Differences, Is.EqualTo(new[]
        {
            "the column \"At\" of \"Ledger\" may not be null; Ledger.At may",
            "the column \"Other\" of \"Ledger\" must have a value; Ledger has no property for it",
        }));
    }
}
