using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Sessions;

/// <summary>Values that only the server refuses, while a connection prepares the statement that brings them: those that come after are not harmed.</summary>
public sealed class RefusedValueTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const string NoServer = "It stores every text, and prepares statements apart from their values.";
    private const string Refused = "a\0b";

    public static IEnumerable<TestCaseData> Operations =>
    [
        Case("create", static (session, text) => new DoctorRepository(session).CreateAsync(new() { Name = text })),
        Case("create all", static (session, text) => new DoctorRepository(session).CreateAllAsync([new() { Name = "first" }, new() { Name = text }, new() { Name = "last" }])),
        Case("save", static (session, text) => new DoctorRepository(session).SaveAsync(new() { Name = text })),
        Case("create through", static (session, text) => new DoctorRepository(session).Patients(1).CreateAsync(new() { Name = text }, new() { At = Monday })),
        Case("create all through", static (session, text) => new DoctorRepository(session).Patients(1).CreateAllAsync([new() { Name = "first" }, new() { Name = text }], new() { At = Monday })),
        Case("link", static (session, text) => new DoctorRepository(session).Patients(1).LinkAsync(4, new() { At = Monday, Note = text })),
        Case("link all", static (session, text) => new DoctorRepository(session).Patients(1).LinkAllAsync([3, 4], new() { At = Monday, Note = text })),
        Case("set", static (session, text) => new DoctorRepository(session).Patients(3).SetAsync([text == Refused ? 1 : 2, 3, 4], new() { At = Monday, Note = text })),
        Case("patch", static (session, text) => new DoctorRepository(session).Where(static d => d.Id == 3).PatchAsync(new() { Name = text })),
        Case("find", static (session, text) => new DoctorRepository(session).Where(d => d.Name == text).ToListAsync()),
        Case("count", static (session, text) => new DoctorRepository(session).Where(d => d.Name == text).CountAsync()),
        Case("find by a filter", static (session, text) => new DoctorRepository(session).FindAsync(Filter<Doctor>.Parse(text == Refused ? """{"where":{"name":{"regexp":"("}}}""" : """{"where":{"name":{"regexp":"a"}}}"""))),
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
        for (var refused = 0; refused < 4; refused++)
        {
            await using var single = Test.ReopenDirectly("Maximum Pool Size=1;Max Auto Prepare=128");
            for (var turn = 0; turn < 6; turn++)
            {
                if (turn == refused)
                {
                    Assert.That(async () => await operation(single, Refused), Throws.InstanceOf<RelationsException>(), $"refused at {refused}");
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
        for (var refused = 0; refused < 4; refused++)
        {
            await using var single = Test.ReopenDirectly("Maximum Pool Size=1;Max Auto Prepare=128");
            await using var transaction = await single.BeginTransactionAsync();
            for (var turn = 0; turn < 6; turn++)
            {
                await using var nested = await transaction.BeginTransactionAsync();
                if (turn == refused)
                {
                    Assert.That(async () => await operation(nested, Refused), Throws.InstanceOf<RelationsException>(), $"refused at {refused}");
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

    [Test]
    [NotOn(DatabaseKind.Sqlite, NoServer)]
    public async Task Nothing_is_written_twice_or_left_out()
    {
        await using var single = Test.ReopenDirectly("Maximum Pool Size=1;Max Auto Prepare=128");
        var doctors = new DoctorRepository(single);
        foreach (var name in (string[])["one", Refused, "two", "three", Refused, "four"])
        {
            if (name == Refused)
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
        await using var shared = Test.ReopenDirectly("Multiplexing=true;Maximum Pool Size=1");
        var doctors = new DoctorRepository(shared);
        foreach (var name in (string[])["one", Refused, "two", Refused, "three"])
        {
            if (name == Refused)
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
