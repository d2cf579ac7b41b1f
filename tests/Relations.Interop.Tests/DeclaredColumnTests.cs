namespace Relations.Interop.Tests;

/// <summary>Columns that the database or the library keeps.</summary>
public sealed class DeclaredColumnTests
{
    private InteropFile file = null!;

    [SetUp]
    public async Task Create() => file = await InteropFile.CreateAsync();

    [TearDown]
    public async Task Delete() => await file.DisposeAsync();

    [Test]
    public async Task A_concurrency_check_on_a_text_is_a_clear_error_of_what_would_have_to_check_it()
    {
        var revisions = new RevisionRepository(file.Database);
        var revision = await revisions.CreateAsync(new() { Hash = "a" });
        revision.Hash = "b";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                async () => await revisions.UpdateAsync(revision),
                Throws.TypeOf<NotSupportedException>().With.Message.EqualTo("Revision.Hash cannot tell whether its row was changed: [ConcurrencyCheck] and [Timestamp] need an integer property."));
            Assert.That(async () => await revisions.SaveAsync(revision), Throws.TypeOf<NotSupportedException>());
            Assert.That((await revisions.SingleAsync()).Hash, Is.EqualTo("a"), "nothing was written");
        }
    }

    [Test]
    public void A_timestamp_of_bytes_is_a_clear_error() =>
        Assert.That(
            async () => await new RowVersionRepository(file.Database).UpdateAsync(new() { Id = 1 }),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("RowVersion.Version"));

    [Test]
    public async Task A_timestamp_that_is_an_integer_moves_on_with_each_update()
    {
        var rows = new StampedRepository(file.Database);
        var row = await rows.CreateAsync(new() { Text = "a" });
        row.Text = "b";
        await rows.UpdateAsync(row);
        var fresh = await rows.FindByIdAsync(row.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fresh.Version, Is.GreaterThan(row.Version));
            Assert.That(async () => await rows.UpdateAsync(row), Throws.TypeOf<ConcurrencyException>());
            Assert.That(typeof(StampedPatch).GetProperty("Version"), Is.Null);
            Assert.That((await rows.FindByIdAsync(row.Id)).Text, Is.EqualTo("b"));
        }
    }

    [Test]
    public void A_computed_column_of_which_the_table_does_not_say_how_keeps_new_rows_out() => Assert.That(
        async () => await new InvoiceRepository(file.Database).CreateAsync(new() { Net = 100, Tax = 19 }),
        Throws.TypeOf<ConstraintException>().With.Message.Contains("Invoice.Gross").And.Message.EndsWith("If the database is to make the value, have the table say how."));

    [Test]
    public async Task A_computed_column_is_the_databases_and_read_back()
    {
        await file.Database.ExecuteAsync($"DROP TABLE \"Invoice\"");
        await file.Database.ExecuteAsync($"CREATE TABLE \"Invoice\" (\"Id\" INTEGER PRIMARY KEY, \"Net\" INTEGER NOT NULL, \"Tax\" INTEGER NOT NULL, \"Gross\" INTEGER NOT NULL AS (\"Net\" + \"Tax\") STORED)");
        var invoices = new InvoiceRepository(file.Database);

        var created = await invoices.CreateAsync(new() { Net = 100, Tax = 19, Gross = 7 });
        created.Tax = 7;
        await invoices.UpdateAsync(created);
        await invoices.CreateAllAsync([new() { Net = 1 }, new() { Net = 2 }]);
        await invoices.SaveAsync(new() { Id = 9, Net = 5, Tax = 5 });
        await invoices.PatchByIdAsync(9, new() { Net = 6 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.Gross, Is.EqualTo(119));
            Assert.That((await invoices.OrderByDescending(i => i.Gross).ToListAsync()).Select(static invoice => invoice.Gross), Is.EqualTo([107, 11, 2, 1]));
            Assert.That(await invoices.Where(i => i.Gross > 100).CountAsync(), Is.EqualTo(1));
            Assert.That(typeof(InvoicePatch).GetProperty("Gross"), Is.Null);
        }
    }
}
