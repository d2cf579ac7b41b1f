using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>A trigger on a through table may keep new links out without an error of its own.</summary>
public sealed class PassedOverLinkTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const string Unwanted = "unwanted";

    /// <summary>A new target is created with its link or not at all.</summary>
    public static IEnumerable<TestCaseData> Operations =>
    [
        Case("create", "Appointment", static session => new DoctorRepository(session).Patients(1).CreateAsync(new() { Name = "Wario" }, new() { At = Monday, Note = Unwanted })),
        Case("create in a unique pair", "ArticleTag", static session => new ArticleRepository(session).Tags(1).CreateAsync(new() { Name = "new" }, new() { Weight = 13 })),
        Case("create all", "Appointment", static session => new DoctorRepository(session).Patients(1).CreateAllAsync([new() { Name = "Wario" }, new() { Name = "Toad" }], new() { At = Monday, Note = Unwanted })),
        Case("create all in unique pairs", "ArticleTag", static session => new ArticleRepository(session).Tags(1).CreateAllAsync([new() { Name = "new" }, new() { Name = "newer" }], new() { Weight = 13 })),
        Case("create one of several types", "CustomerPromotionLink", static session => new CustomerRepository(session).Promotions(1).CreateAsync(new HalfPrice { Title = "Half", Percent = 5 }, new() { Description = Unwanted })),
    ];

    [SetUp]
    public async Task Seed()
    {
        await SeedClinicAsync();
        await new ArticleRepository(Db).CreateAsync(new() { Title = "A" });
        await new TagRepository(Db).CreateAsync(new() { Name = "t" });
        await new CustomerRepository(Db).CreateAsync(new() { Name = "Ann" });
        await new HalfPriceRepository(Db).CreateAsync(new() { Title = "Half", Percent = 50 });
        PassOver("Appointment", "NEW.\"Note\" = 'unwanted' OR NEW.\"Note\" = 'not for 3' AND NEW.\"PatientId\" = 3");
        PassOver("ArticleTag", "NEW.\"Weight\" = 13");
        PassOver("CustomerPromotionLink", "NEW.\"Description\" = 'unwanted'");
    }

    [TestCaseSource(nameof(Operations))]
    public async Task It_is_an_error_that_says_so_and_nothing_is_written(string table, Func<Session, Task> operation)
    {
        var before = await Test.DumpAsync();

        Assert.That(
            async () => await operation(Db),
            Throws.TypeOf<ConstraintException>().With.Message.StartsWith($"The database passed a new {table} over: nothing was written. A trigger on the table {table}"));
        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Inside_a_transaction_nothing_of_it_is_written_either(string table, Func<Session, Task> operation)
    {
        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await Patients.In(transaction).CreateAsync(new() { Name = "Toad" });
            await using var inner = await transaction.BeginTransactionAsync();
            Assert.That(async () => await operation(inner), Throws.TypeOf<ConstraintException>().With.Message.Contains(table));
            await inner.RollbackAsync();
            await transaction.CommitAsync();
        }

        Assert.That(await Patients.CountAsync(), Is.EqualTo(5));
        Assert.That(await new CustomerRepository(Db).Promotions(1).CountAsync(), Is.Zero);
        Assert.That(await Appointments.CountAsync(), Is.EqualTo(5));
    }

    [Test]
    public async Task A_link_to_a_target_that_is_there_is_told_by_what_is_returned()
    {
        var patients = Doctors.Patients(1);
        var tags = new ArticleRepository(Db).Tags(1);
        var promotions = new CustomerRepository(Db).Promotions(1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await patients.LinkAsync(4, new() { At = Monday, Note = Unwanted }), Is.False);
            Assert.That(await patients.LinkAllAsync([4, 3, 4], new() { At = Monday, Note = "not for 3" }), Is.EqualTo(2));
            Assert.That((await patients.SetAsync([4, 3], new() { At = Monday, Note = "not for 3" })).Added, Is.Zero);
            Assert.That(await promotions.LinkAsync(new HalfPrice { Id = 1, Title = "Half" }, new() { Description = Unwanted }), Is.False);
            Assert.That(await promotions.HalfPrice.LinkAllAsync([1], new() { Description = Unwanted }), Is.Zero);
            Assert.That(await tags.LinkAsync(1, new() { Weight = 13 }), Is.False);
            Assert.That(await tags.LinkAllAsync([1], new() { Weight = 13 }), Is.Zero);
            Assert.That(await tags.LinkAsync(1), Is.True);
            Assert.That(await tags.LinkAsync(1), Is.False, "the pair is unique");
        }
    }

    [Test]
    public async Task A_new_target_whose_unique_link_is_there_already_is_created()
    {
        // Of targets of several types no foreign key can tell that the link leads to nothing.
        var prizes = new WinnerRepository(Db);
        var winner = await prizes.CreateAsync(new() { Number = Guid.NewGuid() });
        await prizes.Prizes(winner.Number).CreateAsync(new Medal { Code = "gold", Name = "Gold" });
        Test.RunUnchecked("DELETE FROM \"Medal\"");
        Assert.That(await new WinRepository(Db).CountAsync(), Is.EqualTo(1));

        await prizes.Prizes(winner.Number).CreateAsync(new Medal { Code = "gold", Name = "Gold" });

        Assert.That(await prizes.Prizes(winner.Number).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Links_that_go_into_a_view_are_written_by_its_trigger()
    {
        Test.RunUnchecked("ALTER TABLE \"Appointment\" RENAME TO stored; CREATE VIEW \"Appointment\" AS SELECT * FROM stored;" + (Kind == DatabaseKind.Sqlite
            ? "CREATE TRIGGER instead INSTEAD OF INSERT ON \"Appointment\" BEGIN INSERT INTO stored (\"DoctorId\", \"PatientId\", \"At\", \"Note\") VALUES (NEW.\"DoctorId\", NEW.\"PatientId\", NEW.\"At\", NEW.\"Note\"); END"
            : ""));

        await Doctors.Patients(3).LinkAsync(1, new() { At = Monday });
        await Doctors.Patients(3).LinkAllAsync([2, 3], new() { At = Monday });
        await Doctors.Patients(3).CreateAsync(new() { Name = "Wario" }, new() { At = Monday });

        Assert.That(Names(await Doctors.Patients(3).ToListAsync()), Is.EqualTo(["Luigi", "Peach", "Zelda", "Wario"]));
    }

    private static TestCaseData Case<T>(string name, string table, Func<Session, ValueTask<T>> operation) =>
        new TestCaseData(table, (Func<Session, Task>)(async session => await operation(session))).SetArgDisplayNames(name);
}
