using Relations.ManyServers.Models;

namespace Relations.ManyServers.Load;

/// <summary>One of many who work on the same few rows, in an order made by chance, and keeps account of what it is told.</summary>
internal sealed class Client
{
    public const int Doctors = 4;
    public const int Skills = 6;

    /// <summary>This doctor's patients are set as a whole; of the appointments that this removes nobody is told how many there were.</summary>
    public const int DoctorWithSet = 5;

    private const int Patients = 12; // the newest, on which all work

    private readonly Database db;
    private readonly DoctorRepository doctors;
    private readonly Ledger ledger;
    private readonly Random random;
    private readonly List<int> patients;

    /// <param name="db">The database that all share.</param>
    /// <param name="ledger">The ledger that all share.</param>
    /// <param name="patients">The keys of the newest patients, which all share.</param>
    /// <param name="seed">Decides what the client does.</param>
    public Client(Database db, Ledger ledger, List<int> patients, int seed)
    {
        this.db = db;
        this.ledger = ledger;
        this.patients = patients;
        doctors = new(db);
        random = new(seed);
    }

    /// <summary>Works until it is told to end. Errors of the library are counted, and thrown where none may surface.</summary>
    public async Task RunAsync(bool mayFail, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await StepAsync();
            }
            catch (ForeignKeyViolationException)
            {
                ledger.Count("(patient was gone)"); // somebody else has deleted it
            }
            catch (RelationsException problem) when (mayFail)
            {
                ledger.Count(problem);
            }
        }
    }

    private ValueTask StepAsync() => random.Next(12) switch
    {
        0 => FindAsync(),
        1 => IncludeAsync(),
        2 => CreateAsync(),
        3 => LinkAsync(),
        4 => UnlinkAsync(),
        5 => DeleteAsync(),
        6 => SetAsync(),
        7 => SetPatientsAsync(),
        8 => CertifyAsync(),
        9 => WithdrawAsync(),
        10 => LinkManyAsync(),
        _ => TransactAsync(),
    };

    private async ValueTask FindAsync()
    {
        ledger.Count("find");
        await doctors.Patients(Doctor()).Where(p => p.Id > 0).Take(20).ToListAsync();
    }

    private async ValueTask IncludeAsync()
    {
        ledger.Count("include");
        foreach (var doctor in await doctors.Include(d => d.Skills).Include(d => d.Patients, p => p.Take(5)).ToListAsync())
        {
            if (doctor.Skills.DistinctBy(static skill => skill.Id).Count() != doctor.Skills.Count)
            {
                throw new InvalidOperationException("A skill was included twice.");
            }
        }
    }

    private async ValueTask CreateAsync()
    {
        ledger.Count("create");
        try
        {
            var created = await doctors.Patients(Doctor()).CreateAsync(new() { Name = "new" }, new());
            ledger.Patients.Change(1);
            ledger.Appointments.GetOrAdd(created.Id, static _ => new()).Change(1);
            ledger.Deleted[created.Id] = false;
            lock (patients)
            {
                patients.Add(created.Id);
            }
        }
        catch (RelationsException)
        {
            ledger.Patients.MayHaveChanged(1);
            throw;
        }
    }

    private async ValueTask LinkAsync()
    {
        ledger.Count("link");
        await AppointAsync(Patient(), 1, patient => doctors.Patients(Doctor()).LinkAsync(patient, new()));
    }

    private async ValueTask LinkManyAsync()
    {
        ledger.Count("link all");
        var skills = Enumerable.Range(0, 3).Select(_ => Skill()).Distinct().ToList();
        await CertifyAsync(skills.Count, (doctor) => doctors.Skills(doctor).LinkAllAsync(skills));
    }

    private async ValueTask UnlinkAsync()
    {
        ledger.Count("unlink");
        var patient = Patient();
        var number = ledger.Appointments.GetOrAdd(patient, static _ => new());
        try
        {
            number.Change(-await doctors.Patients(Doctor()).UnlinkAsync(patient));
        }
        catch (RelationsException)
        {
            number.MayHaveChanged(-number.Most);
            throw;
        }
    }

    private async ValueTask DeleteAsync()
    {
        ledger.Count("delete");
        var patient = Patient();
        try
        {
            var deleted = await doctors.Patients(Doctor()).Where(p => p.Id == patient).DeleteAsync();
            ledger.Patients.Change(-deleted);
            if (deleted > 0)
            {
                ledger.Deleted[patient] = true;
            }
        }
        catch (RelationsException)
        {
            ledger.Patients.MayHaveChanged(-1);
            ledger.Deleted[patient] = true; // perhaps
            throw;
        }
    }

    private async ValueTask CertifyAsync()
    {
        ledger.Count("link a unique pair");
        await CertifyAsync(1, async doctor => await doctors.Skills(doctor).LinkAsync(Skill()) ? 1 : 0);
    }

    private async ValueTask WithdrawAsync()
    {
        ledger.Count("unlink a unique pair");
        await CertifyAsync(-1, async doctor => -await doctors.Skills(doctor).UnlinkAsync(Skill()));
    }

    private async ValueTask SetAsync()
    {
        ledger.Count("set");
        var skills = Enumerable.Range(0, random.Next(Skills)).Select(_ => Skill()).Distinct().ToList();
        var (doctor, number) = Certificates();
        try
        {
            var result = await doctors.Skills(doctor).SetAsync(skills);
            if (result.Added + result.Kept != skills.Count)
            {
                throw new InvalidOperationException($"Of {skills.Count} skills, {result.Added} were added and {result.Kept} kept.");
            }

            number.Change(result.Added - result.Removed);
        }
        catch (RelationsException)
        {
            number.MayHaveChanged(Skills);
            number.MayHaveChanged(-Skills);
            throw;
        }
    }

    private async ValueTask SetPatientsAsync()
    {
        ledger.Count("set of events");
        await doctors.Patients(DoctorWithSet).SetAsync([1, 2, 3]);
        await doctors.Patients(DoctorWithSet).Links().CountAsync();
    }

    private async ValueTask TransactAsync()
    {
        ledger.Count("transaction");
        var (first, second) = (Patient(), Patient());
        await AppointAsync(first, 1, async _ => await db.TransactAsync(
            async tx =>
            {
                await doctors.In(tx).Patients(Doctor()).LinkAsync(first, new());
                await new PatientRepository(tx).Where(p => p.Id == second).PatchAsync(new() { Name = "seen" });
                await doctors.In(tx).PatchByIdAsync(Doctor(), new() { Name = "busy" });
            },
            retries: 10));
    }

    private async ValueTask AppointAsync(int patient, int count, Func<int, ValueTask> write)
    {
        var number = ledger.Appointments.GetOrAdd(patient, static _ => new());
        try
        {
            await write(patient);
            number.Change(count);
        }
        catch (RelationsException problem) when (problem is not ForeignKeyViolationException)
        {
            number.MayHaveChanged(count);
            throw;
        }
    }

    private ValueTask AppointAsync(int patient, int count, Func<int, ValueTask<bool>> write) => AppointAsync(patient, count, async key => { await write(key); });

    private async ValueTask CertifyAsync(int most, Func<int, ValueTask<int>> write)
    {
        var (doctor, number) = Certificates();
        try
        {
            number.Change(await write(doctor));
        }
        catch (RelationsException)
        {
            number.MayHaveChanged(most);
            throw;
        }
    }

    private (int Doctor, Ledger.Number Number) Certificates()
    {
        var doctor = Doctor();
        return (doctor, ledger.Certificates.GetOrAdd(doctor, static _ => new()));
    }

    private int Doctor() => random.Next(1, Doctors + 1);

    private int Skill() => random.Next(1, Skills + 1);

    private int Patient()
    {
        lock (patients)
        {
            return patients[^random.Next(1, Math.Min(Patients, patients.Count) + 1)];
        }
    }
}
