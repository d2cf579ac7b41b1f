using Relations.ManyServers.Harness;
using Relations.ManyServers.Models;
using Relations.PostgreSql;

namespace Relations.ManyServers.Load;

/// <summary>64 clients at once on the same few rows, whose accounts must agree with the rows in the end. RELATIONS_LOAD_SECONDS says for how long.</summary>
[TestFixture]
public sealed class LoadTests
{
    private const int Clients = 64;

    private string connectionString = "";

    [SetUp]
    public async Task CreateDatabase()
    {
        connectionString = await Servers.CreateDatabaseAsync(Servers.One());
        await using var db = new PostgreSqlDatabase(connectionString);
        await RelationsModel.CreateSchemaAsync(db);
        await new DoctorRepository(db).CreateAllAsync(Enumerable.Range(1, Client.DoctorWithSet).Select(static number => new Doctor { Name = $"D{number}" }));
        await new SkillRepository(db).CreateAllAsync(Enumerable.Range(1, Client.Skills).Select(static number => new Skill { Name = $"S{number}" }));
        await new PatientRepository(db).CreateAllAsync(Enumerable.Range(1, 3).Select(static number => new Patient { Name = $"P{number}" }));
    }

    [TearDown]
    public async Task DropDatabase()
    {
        if (connectionString.Length > 0)
        {
            await Servers.DropDatabaseAsync(Servers.One(), connectionString);
        }
    }

    [Test]
    public async Task No_deadlock_surfaces_and_all_accounts_agree()
    {
        await using var db = new PostgreSqlDatabase($"{connectionString};Maximum Pool Size={Clients}");
        var ledger = await WorkAsync(db, mayFail: false, meanwhile: null);

        Assert.That(ledger.Errors, Is.Empty);
        await CompareAsync(db, ledger);
    }

    [Test]
    public async Task Where_connections_are_killed_errors_are_clear_and_nothing_is_half_done()
    {
        await using var db = new PostgreSqlDatabase($"{connectionString};Maximum Pool Size={Clients}");
        var killed = 0;
        var ledger = await WorkAsync(db, mayFail: true, async ending =>
        {
            while (!ending.IsCancellationRequested)
            {
                killed += (int)(long)(await Servers.RunAsync(
                    Servers.One(),
                    $"SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity WHERE datname = '{Servers.DatabaseOf(connectionString)}' ORDER BY random() LIMIT 3) AS chosen"))!;
                await Task.Delay(100, CancellationToken.None);
            }
        });
        TestContext.Out.WriteLine($"{killed} connections killed");

        Assert.That(killed, Is.Positive);
        Assert.That(ledger.Errors, Is.Not.Empty);
        await CompareAsync(db, ledger);

        // The pool still has connections that were killed when nothing ran on them: each may fail once, and is then replaced.
        var failures = 0;
        for (var round = 0; round < 2 * Clients; round++)
        {
            try
            {
                await new DoctorRepository(db).Patients(1).CreateAsync(new() { Name = "after" }, new());
            }
            catch (RelationsException)
            {
                failures++;
            }
        }

        Assert.That(failures, Is.LessThan(Clients));
        Assert.That(await new PatientRepository(db).Where(p => p.Name == "after").CountAsync(), Is.EqualTo((2 * Clients) - failures));
    }

    [Test]
    public async Task Of_many_who_create_the_one_target_at_once_one_does()
    {
        await using var db = new PostgreSqlDatabase(connectionString);
        var doctors = new DoctorRepository(db);
        var created = 0;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(async () =>
        {
            try
            {
                await doctors.Licence(1).CreateAsync(new() { Number = $"{number}" });
                Interlocked.Increment(ref created);
            }
            catch (ConstraintException)
            {
                // There is one already.
            }
        })));

        Assert.That(created, Is.EqualTo(1));
        Assert.That(await new LicenceRepository(db).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_sets_at_once_one_is_the_last()
    {
        await using var db = new PostgreSqlDatabase(connectionString);
        var doctors = new DoctorRepository(db);
        for (var round = 0; round < 20; round++)
        {
            var skill = (round % 3) + 1;
            await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () => await doctors.Skills(1).SetAsync(number % 2 == 0 ? [skill] : [skill + 1, skill + 2]))));
            var skills = (await doctors.Skills(1).ToListAsync()).Select(static found => found.Id).ToList();
            Assert.That(skills, Is.EqualTo(new[] { skill }).Or.EqualTo(new[] { skill + 1, skill + 2 }));
        }
    }

    private static async Task<Ledger> WorkAsync(Database db, bool mayFail, Func<CancellationToken, Task>? meanwhile)
    {
        var ledger = new Ledger();
        var patients = new List<int> { 1, 2, 3 };
        foreach (var patient in patients)
        {
            ledger.Deleted[patient] = false;
            ledger.Patients.Change(1);
        }

        using var ending = new CancellationTokenSource(Servers.LoadTime);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var work = Enumerable.Range(0, Clients).Select(seed => Task.Run(() => new Client(db, ledger, patients, seed).RunAsync(mayFail, ending.Token))).ToList();
        if (meanwhile is not null)
        {
            work.Add(meanwhile(ending.Token));
        }

        await Task.WhenAll(work);
        var seconds = watch.Elapsed.TotalSeconds;
        var deadlocks = await ReadAsync(() => db.QueryAsync($"SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", static row => row.GetInt64(0)));
        TestContext.Out.WriteLine($"{ledger.Total} operations in {seconds:F1} s, {ledger.Total / seconds:F0} a second; {deadlocks[0]} deadlocks, of which none surfaced in an operation of its own");
        TestContext.Out.WriteLine(string.Join("; ", ledger.Operations.Select(static pair => $"{pair.Value} × {pair.Key}")));
        foreach (var (kind, count) in ledger.Errors)
        {
            TestContext.Out.WriteLine($"{count} × {kind}");
        }

        return ledger;
    }

    private static async Task CompareAsync(Database db, Ledger ledger)
    {
        var patients = (await ReadAsync(() => new PatientRepository(db).ToListAsync())).Select(static patient => patient.Id).ToHashSet();
        var doctors = (await ReadAsync(() => new DoctorRepository(db).ToListAsync())).Select(static doctor => doctor.Id).ToHashSet();
        var appointments = await ReadAsync(() => new AppointmentRepository(db).ToListAsync());
        var certificates = (await ReadAsync(() => new CertificateRepository(db).ToListAsync())).CountBy(static certificate => certificate.DoctorId).ToDictionary();
        var ofPatient = appointments.Where(static appointment => appointment.DoctorId != Client.DoctorWithSet).CountBy(static appointment => appointment.PatientId).ToDictionary();
        var orphans = new List<string>();
        foreach (var orphan in appointments.Where(appointment => !patients.Contains(appointment.PatientId) || !doctors.Contains(appointment.DoctorId)))
        {
            orphans.Add(await DescribeAsync(db, ledger, orphan));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(orphans, Is.Empty, "orphans");
            Assert.That(patients, Has.Count.InRange(ledger.Patients.Least, ledger.Patients.Most));
            Assert.That(appointments.Where(static appointment => appointment.DoctorId == Client.DoctorWithSet).GroupBy(static appointment => appointment.PatientId).Where(static links => links.Count() > 1), Is.Empty, "set twice");
            foreach (var (patient, isDeleted) in ledger.Deleted.Where(static pair => !pair.Value))
            {
                Assert.That(patients, Does.Contain(patient));
            }

            foreach (var (patient, number) in ledger.Appointments.Where(pair => patients.Contains(pair.Key)))
            {
                Assert.That(ofPatient.GetValueOrDefault(patient), Is.InRange(number.Least, number.Most), $"appointments of patient {patient}");
            }

            foreach (var (doctor, number) in ledger.Certificates)
            {
                Assert.That(certificates.GetValueOrDefault(doctor), Is.InRange(number.Least, number.Most), $"certificates of doctor {doctor}");
            }
        }
    }

    /// <summary>What is known of an orphan: whether it is one still, or another statement just saw an earlier or later state; and who else was at work on the server.</summary>
    private static async Task<string> DescribeAsync(Database db, Ledger ledger, Appointment orphan)
    {
        var appointment = Presence(await new AppointmentRepository(db).ExistsAsync(orphan.Id));
        var doctor = Presence(await new DoctorRepository(db).ExistsAsync(orphan.DoctorId));
        var patient = Presence(await new PatientRepository(db).ExistsAsync(orphan.PatientId));
        var told = ledger.Deleted.TryGetValue(orphan.PatientId, out var isDeleted) ? isDeleted ? "deleted" : "created" : "unknown";
        var others = await db.QueryAsync(
            $"SELECT state || ', begun ' || coalesce(xact_start::text, 'never') || ': ' || query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'",
            static row => row.GetString(0));
        return $"appointment {orphan.Id} of doctor {orphan.DoctorId} and patient {orphan.PatientId}, who was said to be {told}; asked again, the appointment is {appointment}, the doctor {doctor} and the patient {patient}; at work: {string.Join("; ", others.DefaultIfEmpty("nobody"))}";

        static string Presence(bool isThere) => isThere ? "there" : "gone";
    }

    /// <summary>Reads once more where the connection was one that had been killed.</summary>
    private static async Task<List<T>> ReadAsync<T>(Func<ValueTask<List<T>>> read)
    {
        for (var round = 0; ; round++)
        {
            try
            {
                return await read();
            }
            catch (RelationsException) when (round < Clients)
            {
                // The next connection of the pool.
            }
        }
    }
}
