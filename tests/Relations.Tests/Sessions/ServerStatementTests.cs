using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Sessions;

/// <summary>How statements reach a server.</summary>
public sealed class ServerStatementTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const string NoServer = "It has no server.";

    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    [NotOn(DatabaseKind.Sqlite, NoServer)]
    public async Task Operations_run_on_connections_that_they_share()
    {
        var shared = Test.Reopen("Multiplexing=true;Maximum Pool Size=2");
        var doctors = new DoctorRepository(shared);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async turn =>
        {
            var patient = await doctors.Patients(3).CreateAsync(new() { Name = $"new {turn}" }, new() { At = Monday });
            var found = await doctors.Include(static d => d.Patients).ToListAsync();
            Assert.That(found[2].Patients.Select(static p => p.Pid), Does.Contain(patient.Pid));
            Assert.That(Names(await doctors.Patients(1).ToListAsync()), Is.EqualTo(["Luigi", "Peach"]));
            await doctors.Patients(2).SetAsync([1, 2], new() { At = Monday });
        }));

        Assert.That(await doctors.Patients(3).CountAsync(), Is.EqualTo(20));
        Assert.That(Names(await doctors.Patients(2).ToListAsync()), Is.EqualTo(["Luigi", "Peach"]));
        await using var transaction = await shared.BeginTransactionAsync();
        Assert.That(await doctors.In(transaction).Patients(3).UnlinkAllAsync(), Is.EqualTo(20));
        await transaction.RollbackAsync();
        Assert.That(await doctors.Patients(3).CountAsync(), Is.EqualTo(20));
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, NoServer)]
    public async Task An_inclusion_is_sent_with_its_parents_and_a_failure_leaves_the_connection_usable()
    {
        var single = Test.Reopen("Maximum Pool Size=1");
        var doctors = new DoctorRepository(single);
        Assert.That(Names((await doctors.Skip(1).Take(1).Include(static d => d.Patients).ToListAsync())[0].Patients), Is.EqualTo(["Peach", "Zelda"]));

        await single.ExecuteAsync($"ALTER TABLE \"Appointment\" RENAME TO \"Elsewhere\"");
        Assert.That(async () => await doctors.Include(static d => d.Patients).ToListAsync(), Throws.InstanceOf<RelationsException>().With.Message.Contains("Appointment"));
        await single.ExecuteAsync($"ALTER TABLE \"Elsewhere\" RENAME TO \"Appointment\"");

        Assert.That(Names((await doctors.Include(static d => d.Patients).ToListAsync())[0].Patients), Is.EqualTo(["Luigi", "Peach"]));
        Assert.That(await single.QueryAsync($"SELECT pg_current_xact_id_if_assigned() IS NULL AND current_setting('transaction_read_only') = 'off'", static row => row.GetBoolean(0)), Is.EqualTo([true]), "no transaction is left open");
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, "Its statements are prepared on every connection.")]
    public async Task Long_lists_of_keys_run_with_a_plan_of_their_own()
    {
        var single = Test.ReopenDirectly("Maximum Pool Size=1;Max Auto Prepare=128");
        var patients = new PatientRepository(single);
        foreach (var count in (int[])[1_000, 1_001, 1_000, 1_001, 1_000, 1_001])
        {
            var keys = Enumerable.Range(1, count).ToList();
            Assert.That(await patients.Where(p => p.Pid.In(keys)).ToListAsync(), Has.Count.EqualTo(4));
        }

        Assert.That(await single.QueryAsync($"SELECT COUNT(*) FROM pg_prepared_statements WHERE statement LIKE '%ANY%'", static row => row.GetInt64(0)), Is.EqualTo([1L]));
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, "Its statements know no types of parameters.")]
    public async Task A_statement_is_prepared_once_and_serves_whether_values_are_null_or_not()
    {
        var single = Test.ReopenDirectly("Maximum Pool Size=1;Max Auto Prepare=128");
        var samples = new SampleRepository(single);
        var sample = await new SampleRepository(Db).CreateAsync(new());
        var deck = await new DeckRepository(Db).CreateAsync(new());
        var surgeon = await new SurgeonRepository(Db).CreateAsync(new() { Name = "Ada" });
        var seal = await new FingerprintRepository(Db).CreateAsync(new() { Hash = [1] });
        for (var turn = 0; turn < 6; turn++)
        {
            var isNull = turn % 2 == 0;
            await samples.PatchByIdAsync(sample.Id, isNull
                ? new() { Maybe = null, Text = null, Answer = null, OtherMood = null, Rebate = null, OtherMoment = null }
                : new() { Maybe = 1, Text = "x", Answer = true, OtherMood = Mood.Glad, Rebate = 1.5m, OtherMoment = DateTimeOffset.UnixEpoch });
            await samples.CreateAsync(isNull ? new() : new() { Maybe = 1, Text = "x", Answer = true, OtherMood = Mood.Glad, Rebate = 1.5m, OtherMoment = DateTimeOffset.UnixEpoch });
            await new DeckRepository(single).PatchByIdAsync(deck.Id, isNull ? new() { Side = null, Lowest = null } : new() { Side = Suit.Clubs, Lowest = new Rank(Face.King) });
            await new DeckRepository(single).SaveAsync(isNull ? new() { Id = deck.Id } : new() { Id = deck.Id, Side = Suit.Clubs, Lowest = new Rank(Face.King) });
            await new SurgeonRepository(single).UpdateAsync(isNull ? new() { Id = surgeon.Id, Name = "Ada" } : new() { Id = surgeon.Id, Name = "Ada", MentorId = surgeon.Id, Severity = new(Mood.Cross) });
            await new SightingRepository(single).CreateAsync(new() { FingerprintHash = isNull ? null : seal.Hash });
            await new SightingRepository(single).PatchAllAsync(new() { FingerprintHash = isNull ? null : seal.Hash });
        }

        var uses = await single.QueryAsync($"SELECT statement, generic_plans + custom_plans FROM pg_prepared_statements WHERE statement ~ '^(UPDATE|INSERT)' ORDER BY 1", static row => (row.GetString(0), row.GetInt64(1)));

        Assert.That(uses, Has.Count.EqualTo(7));
        Assert.That(uses.Select(static use => use.Item2), Is.All.EqualTo(5), "the first time, it was not prepared");
    }

    [Test]
    public async Task Rows_created_together_come_back_in_their_order()
    {
        var created = await Patients.CreateAllAsync(Enumerable.Range(0, 1_203).Select(static place => new Patient { Pid = place % 7 == 0 ? 10_000 + place : 0, Name = $"patient {place}" }));
        Assert.That(Names(created), Is.EqualTo(Enumerable.Range(0, 1_203).Select(static place => $"patient {place}")));
        Assert.That(await Patients.CountAsync(), Is.EqualTo(1_207));
    }
}
