using System.Collections.Concurrent;
using System.Globalization;
using Relations.PostgreSql;
using Relations.ManyServers.Harness;
using Relations.ManyServers.Models;

namespace Relations.ManyServers;

/// <summary>The primary is killed while it writes, and starts again. It keeps what it has acknowledged: fsync is on.</summary>
[TestFixture]
[NonParallelizable]
public sealed class CrashTests
{
    private const int Writes = 1000;

    private string primary = "";

    [OneTimeSetUp]
    public async Task CreateDatabase()
    {
        primary = await Servers.CreateDatabaseAsync(Servers.Replicated().Primary);
        await using var db = new PostgreSqlDatabase(primary);
        await RelationsModel.CreateSchemaAsync(db);
        await new DoctorRepository(db).CreateAsync(new() { Name = "Mario" });
        await new PatientRepository(db).CreateAllAsync(Enumerable.Range(1, 3).Select(static number => new Patient { Name = $"P{number}" }));
    }

    [OneTimeTearDown]
    public async Task DropDatabase()
    {
        if (primary.Length > 0)
        {
            await Servers.DropDatabaseAsync(Servers.Replicated().Primary, primary);
        }
    }

    [Test]
    public async Task Each_write_is_there_whole_or_not_at_all_and_what_was_acknowledged_is_there()
    {
        await using var db = new PostgreSqlDatabase(primary);
        var outcomes = new ConcurrentDictionary<int, bool>();
        var errors = new ConcurrentBag<Exception>();
        var next = 0;
        var work = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= Writes)
            {
                try
                {
                    await WriteAsync(db, number);
                    outcomes[number] = true;
                }
                catch (RelationsException problem)
                {
                    outcomes[number] = false;
                    errors.Add(problem);
                    await Task.Delay(500); // until it is up again
                }
            }
        })).ToList();

        while (outcomes.Count < Writes / 3)
        {
            await Task.Delay(5);
        }

        await Servers.ControlAsync("crash", "primary");
        await Servers.ControlAsync("run", "primary");
        await Task.WhenAll(work);

        // The same database object, without a restart.
        var rows = (await new PatientRepository(db).ToListAsync()).CountBy(static patient => patient.Name).ToDictionary();
        var links = (await new AppointmentRepository(db).ToListAsync()).CountBy(static appointment => appointment.Note!).ToDictionary();
        var acknowledged = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (var (number, isAcknowledged) in outcomes)
            {
                var name = Name(number);
                var there = (rows.GetValueOrDefault(name), links.GetValueOrDefault(name));
                Assert.That(there, Is.EqualTo(Whole(number)).Or.EqualTo((0, 0)), name);
                if (isAcknowledged)
                {
                    acknowledged++;
                    Assert.That(there, Is.EqualTo(Whole(number)), name);
                }
            }

            Assert.That(outcomes, Has.Count.EqualTo(Writes));
            Assert.That(acknowledged, Is.GreaterThan(Writes / 3));
            Assert.That(errors, Is.Not.Empty, "it was killed in the middle");
        }

        TestContext.Out.WriteLine($"{acknowledged} of {Writes} writes acknowledged; errors: {string.Join("; ", errors.CountBy(static error => error.Message.Split('(')[0]).Select(static kind => $"{kind.Value} × {kind.Key}"))}");
    }

    /// <summary>A write of several rows, of one of the kinds that there are.</summary>
    private static async Task WriteAsync(Database db, int number)
    {
        var doctors = new DoctorRepository(db);
        var name = Name(number);
        switch (number % 4)
        {
            case 0:
                await doctors.Patients(1).CreateAsync(new() { Name = name }, new() { Note = name });
                break;
            case 1:
                await new PatientRepository(db).CreateAllAsync(Enumerable.Range(0, 5).Select(_ => new Patient { Name = name }));
                break;
            case 2:
                await doctors.Patients(1).LinkAllAsync([1, 2, 3], new() { Note = name });
                break;
            default:
                await db.TransactAsync(async tx =>
                {
                    var patient = await new PatientRepository(tx).CreateAsync(new() { Name = name });
                    await doctors.In(tx).Patients(1).LinkAsync(patient.Id, new() { Note = name });
                    await doctors.In(tx).Patients(1).LinkAsync(1, new() { Note = name });
                });
                break;
        }
    }

    /// <summary>How many patients and links the write makes.</summary>
    private static (int Patients, int Links) Whole(int number) => (number % 4) switch
    {
        0 => (1, 1),
        1 => (5, 0),
        2 => (0, 3),
        _ => (1, 2),
    };

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"w{number}");
}
