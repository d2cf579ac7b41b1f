using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Sessions;

/// <summary>Values that only the server refuses, while a connection prepares the statement that brings them: those that come after are not harmed.</summary>
public sealed class RefusedValueTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const string NoServer = "It stores every text, and prepares statements apart from their values.";

    /// <summary>The server takes no NUL, and UTF-8 no half of a surrogate pair.</summary>
    private static readonly string[] refusedTexts = ["a\0b", "a\ud800"];

    /// <summary>With room for one statement, each that is prepared takes the place of another.</summary>
    private static readonly int[] rooms = [128, 1];

    public static IEnumerable<TestCaseData> Operations =>
    [
        Case("create", static (session, text) => new DoctorRepository(session).CreateAsync(new() { Name = text })),
        Case("create all", static (session, text) => new DoctorRepository(session).CreateAllAsync([new() { Name = "first" }, new() { Name = text }, new() { Name = "last" }])),
        Case("save", static (session, text) => new DoctorRepository(session).SaveAsync(new() { Name = text })),
        Case("create through", static (session, text) => new DoctorRepository(session).Patients(1).CreateAsync(new() { Name = text }, new() { At = Monday })),
        Case("create all through", static (session, text) => new DoctorRepository(session).Patients(1).CreateAllAsync([new() { Name = "first" }, new() { Name = text }], new() { At = Monday })),
        Case("link", static (session, text) => new DoctorRepository(session).Patients(1).LinkAsync(4, new() { At = Monday, Note = text })),
        Case("link all", static (session, text) => new DoctorRepository(session).Patients(1).LinkAllAsync([3, 4], new() { At = Monday, Note = text })),
        Case("set", static (session, text) => new DoctorRepository(session).Patients(3).SetAsync([IsRefused(text) ? 1 : 2, 3, 4], new() { At = Monday, Note = text })),
        Case("patch", static (session, text) => new DoctorRepository(session).Where(static d => d.Id == 3).PatchAsync(new() { Name = text })),
        Case("find", static (session, text) => new DoctorRepository(session).Where(d => d.Name == text).ToListAsync()),
        Case("count", static (session, text) => new DoctorRepository(session).Where(d => d.Name == text).CountAsync()),
        Case("find by a filter", static (session, text) => new DoctorRepository(session).FindAsync(Filter<Doctor>.Parse(IsRefused(text) ? """{"where":{"name":{"regexp":"("}}}""" : """{"where":{"name":{"regexp":"a"}}}"""))),
        Case("include", static (session, text) => new DoctorRepository(session).Where(d => d.Name == text).Include(static d => d.Patients).ToListAsync()),
        Case("include some", static (session, text) => new DoctorRepository(session).Include(static d => d.Patients, p => p.Where(x => x.Name == text)).ToListAsync()),
        Case("include in a page", static (session, text) => new DoctorRepository(session).Where(d => d.Name != text).Take(2).Include(static d => d.Patients, p => p.Where(x => x.Name != text).Take(1)).ToListAsync()),
        Case("a query of one's own", static (session, text) => session.QueryAsync($"SELECT \"Id\" FROM \"Doctor\" WHERE \"Name\" = {text}", static row => row.GetInt32(0))),
        Case("a stream", static async (session, text) => await ReadAsync(new DoctorRepository(session).Where(d => d.Name == text).AsAsyncEnumerable())),
    ];

    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [TestCaseSource(nameof(Operations))]
    [NotOn(DatabaseKind.Sqlite, NoServer)]
    public async Task Those_after_it_run(Func<Session, string, Task> operation)
    {
        foreach (var (room, text, refused) in Turns())
        {
            await using var single = Test.ReopenDirectly($"Maximum Pool Size=1;Max Auto Prepare={room}");
            for (var turn = 0; turn < 6; turn++)
            {
                if (turn == refused)
                {
                    Assert.That(async () => await operation(single, text), Throws.InstanceOf<RelationsException>(), $"refused at {refused}");
                }
                else
                {
                    await operation(single, $"text {refused} {turn}");
                }
            }
        }
    }

    [TestCaseSource(nameof(Operations))]
    [NotOn(DatabaseKind.Sqlite, NoServer)]
    public async Task Those_after_it_run_in_a_transaction(Func<Session, string, Task> operation)
    {
        foreach (var (room, text, refused) in Turns())
        {
            await using var single = Test.ReopenDirectly($"Maximum Pool Size=1;Max Auto Prepare={room}");
            await using var transaction = await single.BeginTransactionAsync();
            for (var turn = 0; turn < 6; turn++)
            {
                await using var nested = await transaction.BeginTransactionAsync();
                if (turn == refused)
                {
                    Assert.That(async () => await operation(nested, text), Throws.InstanceOf<RelationsException>(), $"refused at {refused}");
                }
                else
                {
                    await operation(nested, $"text {refused} {turn}");
                    await nested.CommitAsync();
                }
            }

            await transaction.CommitAsync();
        }
    }

    [TestCaseSource(nameof(refusedTexts))]
    [NotOn(DatabaseKind.Sqlite, NoServer)]
    public async Task Nothing_is_written_twice_or_left_out(string refused)
    {
        await using var single = Test.ReopenDirectly("Maximum Pool Size=1;Max Auto Prepare=128");
        var doctors = new DoctorRepository(single);
        foreach (var name in (string[])["one", refused, "two", "three", refused, "four"])
        {
            if (name == refused)
            {
                Assert.That(async () => await doctors.CreateAsync(new() { Name = name }), Throws.TypeOf<ConstraintException>());
                Assert.That(async () => await doctors.CreateAllAsync([new() { Name = "not" }, new() { Name = name }]), Throws.TypeOf<ConstraintException>());
            }
            else
            {
                await doctors.CreateAsync(new() { Name = name });
                await doctors.CreateAllAsync([new() { Name = name + " a" }, new() { Name = name + " b" }]);
            }
        }

        Assert.That(
            Names(await Doctors.OrderBy(static d => d.Id).Skip(3).ToListAsync()),
            Is.EqualTo(["one", "one a", "one b", "two", "two a", "two b", "three", "three a", "three b", "four", "four a", "four b"]));
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, NoServer)]
    public async Task Operations_that_share_connections_are_not_harmed()
    {
        const string refused = "a\0b";
        await using var shared = Test.ReopenDirectly("Multiplexing=true;Maximum Pool Size=1");
        var doctors = new DoctorRepository(shared);
        foreach (var name in (string[])["one", refused, "two", refused, "three"])
        {
            if (name == refused)
            {
                Assert.That(async () => await doctors.CreateAsync(new() { Name = name }), Throws.TypeOf<ConstraintException>());
            }
            else
            {
                await doctors.CreateAsync(new() { Name = name });
            }
        }

        Assert.That(Names(await Doctors.OrderBy(static d => d.Id).Skip(3).ToListAsync()), Is.EqualTo(["one", "two", "three"]));
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, NoServer)]
    public async Task A_text_that_cannot_be_sent_has_no_other_statement_run_in_the_place_of_one()
    {
        await using var single = Test.ReopenDirectly("Maximum Pool Size=1;Max Auto Prepare=1");
        var (doctors, patients) = (new DoctorRepository(single), new PatientRepository(single));
        await patients.CreateAllAsync([new() { Name = "first" }, new() { Name = "second" }, new() { Name = "third" }]);
        await patients.DeleteByIdAsync(5);
        await patients.DeleteByIdAsync(6);
        await doctors.FindByIdAsync(3);

        Assert.That(async () => await doctors.Include(static d => d.Patients, static p => p.Where(static x => x.Name != "\ud800")).FindByIdAsync(3), Throws.TypeOf<ConstraintException>());

        Assert.That((await doctors.FindByIdAsync(3)).Name, Is.EqualTo("Toad"));
        Assert.That(Names(await Patients.OrderBy(static p => p.Pid).ToListAsync()), Is.EqualTo(["Luigi", "Peach", "Zelda", "Daisy", "third"]));
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, NoServer)]
    public async Task A_table_that_is_changed_after_a_refusal_is_read_and_written()
    {
        await using var single = Test.ReopenDirectly("Maximum Pool Size=1;Max Auto Prepare=128");
        var (doctors, patients) = (new DoctorRepository(single), new PatientRepository(single));
        var (sound, wrong) = (Filter<Patient>.Parse("""{"where":{"name":{"regexp":"a"}}}"""), Filter<Patient>.Parse("""{"where":{"name":{"regexp":"("}}}"""));
        for (var turn = 0; turn < 2; turn++)
        {
            await patients.FindAsync(sound);
            await patients.CreateAllAsync([new() { Name = "a" }, new() { Name = "b" }]);
        }

        Assert.That(async () => await patients.FindAsync(wrong), Throws.TypeOf<InvalidFilterException>());
        await Db.ExecuteAsync($"ALTER TABLE \"Patient\" ALTER \"Name\" TYPE varchar(40)");
        for (var turn = 0; turn < 3; turn++)
        {
            await patients.CreateAllAsync([new() { Name = "c" }, new() { Name = "d" }]);
            Assert.That(await patients.CountAsync(), Is.EqualTo(10 + 2 * turn));
            Assert.That(await doctors.Where(static d => d.Id > 0).CountAsync(), Is.EqualTo(3));
            Assert.That(await patients.FindAsync(sound), Has.Count.EqualTo(5));
        }
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, NoServer)]
    public async Task A_statement_that_breaks_a_constraint_before_it_runs_is_forgotten_too()
    {
        await using var single = Test.ReopenDirectly("Maximum Pool Size=1;Max Auto Prepare=128");
        await single.ExecuteAsync($"CREATE FUNCTION checked(value text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS 'BEGIN IF value = ''taken'' THEN RAISE EXCEPTION ''taken'' USING ERRCODE = ''23505''; END IF; RETURN value; END'");

        Assert.That(await WriteAsync("one"), Has.Count.EqualTo(1));
        Assert.That(async () => await WriteAsync("taken"), Throws.TypeOf<UniqueViolationException>());
        Assert.That(await WriteAsync("two"), Has.Count.EqualTo(1));
        Assert.That(Names(await Doctors.OrderBy(static d => d.Id).Skip(3).ToListAsync()), Is.EqualTo(["one", "two"]));

        ValueTask<List<int>> WriteAsync(string name) => single.QueryAsync($"INSERT INTO \"Doctor\" (\"Name\") VALUES (checked({name})) RETURNING \"Id\"", static row => row.GetInt32(0));
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, "It remembers rows that were written and not read, as other tests say.")]
    public async Task A_transaction_in_which_a_row_could_not_be_read_is_not_committed()
    {
        var oddities = new OddityRepository(Db);
        var oddity = await oddities.CreateAsync(new() { Octet = 1 });
        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await transaction.ExecuteAsync($"UPDATE \"Oddity\" SET \"Octet\" = 300");
            Assert.That(async () => await oddities.In(transaction).ToListAsync(), Throws.TypeOf<RelationsException>().With.Message.Contains("too large or too small"));
            Assert.That(async () => await transaction.CommitAsync(), Throws.TypeOf<RelationsException>().With.Message.StartsWith("A value of an earlier statement in the transaction could not be sent or read, so that it may lack a part and is not committed: nothing was written."));
        }

        Assert.That((await oddities.FindByIdAsync(oddity.Id)).Octet, Is.EqualTo(1));
    }

    private static bool IsRefused(string text) => refusedTexts.Contains(text);

    private static IEnumerable<(int Room, string Text, int Refused)> Turns() =>
        from room in rooms
        from text in refusedTexts
        from refused in Enumerable.Range(0, 4)
        select (room, text, refused);

    private static async ValueTask<int> ReadAsync(IAsyncEnumerable<Doctor> doctors)
    {
        var count = 0;
        await foreach (var _ in doctors)
        {
            count++;
        }

        return count;
    }

    private static TestCaseData Case<T>(string name, Func<Session, string, ValueTask<T>> operation) =>
        new TestCaseData((Func<Session, string, Task>)(async (session, text) => await operation(session, text))).SetArgDisplayNames(name);
}
