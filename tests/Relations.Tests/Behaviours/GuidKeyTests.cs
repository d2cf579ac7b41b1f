using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Guids as primary keys, which nobody may have set.</summary>
public sealed class GuidKeyTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const string Unset = "The new Handling has no Id, which is a Guid and its key; nothing was written. Give it one, such as Guid.NewGuid(), or have the database make it: [DatabaseGenerated(DatabaseGeneratedOption.Identity)].";

    public static IEnumerable<TestCaseData> Operations =>
    [
        Case("create", static (session, parcel) => new HandlingRepository(session).CreateAsync(new() { Text = "fragile" })),
        Case("create all", static (session, parcel) => new HandlingRepository(session).CreateAllAsync([new() { Id = Guid.NewGuid(), Text = "heavy" }, new() { Text = "fragile" }])),
        Case("create through", static (session, parcel) => new ParcelRepository(session).Handlings(parcel).CreateAsync(new() { Text = "fragile" })),
        Case("save", static (session, parcel) => new HandlingRepository(session).SaveAsync(new() { Text = "fragile" })),
    ];

    [TestCaseSource(nameof(Operations))]
    public async Task A_new_row_whose_key_nobody_has_set_is_an_error_that_says_what_to_do(Func<Session, Guid, Task> operation)
    {
        var parcel = await new ParcelRepository(Db).CreateAsync(new() { Content = "books" });
        var before = await Test.DumpAsync();

        Assert.That(async () => await operation(Db, parcel.Id), Throws.TypeOf<ConstraintException>().With.Message.EqualTo(Unset));
        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public void A_strong_type_around_it_must_be_set_as_well() =>
        Assert.That(async () => await new TheatreRepository(Db).CreateAsync(new()), Throws.TypeOf<ConstraintException>().With.Message.StartsWith("The new Theatre has no Id, "));

    [Test]
    public async Task One_that_is_generated_is_made_by_the_database_where_nobody_has_set_it()
    {
        var parcels = new ParcelRepository(Db);
        var own = Guid.NewGuid();

        var stored = await parcels.CreateAllAsync([new() { Content = "books" }, new() { Content = "tea" }, new() { Id = own, Content = "cups" }]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.Select(static parcel => parcel.Id), Is.Unique.And.None.EqualTo(Guid.Empty));
            Assert.That(stored[2].Id, Is.EqualTo(own));
            Assert.That((await parcels.FindByIdAsync(stored[1].Id)).Content, Is.EqualTo("tea"));
        }
    }

    [Test]
    public async Task One_that_is_the_key_of_another_row_is_filled_in_by_the_relation()
    {
        var senders = new SenderRepository(Db);
        var ann = await senders.CreateAsync(new() { Id = Guid.NewGuid(), Name = "Ann" });

        var address = await senders.Address(ann.Id).CreateAsync(new() { Street = "Elm Street" });

        Assert.That(address.SenderId, Is.EqualTo(ann.Id));
        Assert.That(async () => await new SenderAddressRepository(Db).CreateAsync(new() { Street = "Oak Street" }), Throws.TypeOf<ForeignKeyViolationException>());
    }

    [Test]
    public async Task Zeros_stay_a_value_of_other_columns_and_of_rows_that_are_there()
    {
        Test.RunUnchecked($"INSERT INTO \"Sender\" (\"Id\", \"Name\") VALUES ('{Guid.Empty}', 'Nobody')");
        var senders = new SenderRepository(Db);

        var parcel = await senders.Parcels(Guid.Empty).CreateAsync(new() { Content = "books" });
        await senders.UpdateAsync(new() { Id = Guid.Empty, Name = "Anonymous" });
        var read = await new ParcelRepository(Db).Include(p => p.Sender).FindByIdAsync(parcel.Id);

        Assert.That((read.SenderId, read.Sender!.Name), Is.EqualTo((Guid.Empty, "Anonymous")));
    }

    private static TestCaseData Case<T>(string name, Func<Session, Guid, ValueTask<T>> operation) =>
        new TestCaseData((Func<Session, Guid, Task>)(async (session, parcel) => await operation(session, parcel))).SetArgDisplayNames(name);
}
