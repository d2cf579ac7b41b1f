using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Statements find their rows by indexes, however many rows there are. The plans are those of prepared statements, whatever their values.</summary>
[PostgreSqlOnly("The plans are those of PostgreSQL; QueryPlanTests has SQLite's.")]
public sealed class PostgreSqlQueryPlanTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const string Links = "\"IX_Appointment_DoctorId_PatientId\"";

    [SetUp]
    public async Task Seed()
    {
        // The planner goes by the size of a table with its dead rows: tests before this one leave some, which made a sequential scan dearer than it is.
        await Db.ExecuteAsync($"""TRUNCATE "Doctor", "Patient", "Appointment" RESTART IDENTITY CASCADE""");

        // So many rows, and so few for each key, that reading a whole table would cost several times what an index does.
        await Db.ExecuteAsync($"""INSERT INTO "Doctor" ("Name") SELECT 'D' || number FROM generate_series(1, 20000) AS number""");
        await Db.ExecuteAsync($"""INSERT INTO "Patient" ("Name", "BirthYear") SELECT 'P' || number, 1900 + number % 100 FROM generate_series(1, 50000) AS number""");
        await Db.ExecuteAsync($"""
            INSERT INTO "Appointment" ("DoctorId", "PatientId", "At") SELECT 1 + number % 10000, 1 + number * 7 % 50000, {Monday} FROM generate_series(1, 20000) AS number
            """);
        await Db.ExecuteAsync($"VACUUM (ANALYZE) \"Doctor\", \"Patient\", \"Appointment\""); // so that the server, when it does so by itself, changes nothing
    }

    [Test]
    public async Task A_row_is_found_by_its_primary_key()
    {
        Assert.That(await PlanAsync(() => Doctors.FindByIdAsync(5)), Has.Some.Contains("Index Scan using \"Doctor_pkey\""));
        Assert.That(await PlanAsync(() => Doctors.ExistsAsync(5)), Has.Some.Contains("using \"Doctor_pkey\""));
    }

    [Test]
    public async Task The_targets_of_one_source_are_found_by_the_links_index()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PlanAsync(() => Doctors.Patients(5).ToListAsync()), Has.Some.Contains(Links).And.Some.Contains("using \"Patient_pkey\"").And.None.Contains("Seq Scan"));
            Assert.That(await PlanAsync(() => Doctors.Patients(5).Skip(1).Take(2).ToListAsync()), Has.Some.Contains(Links).And.None.Contains("Seq Scan"));
            Assert.That(await PlanAsync(() => Doctors.Patients(5).Links().ToListAsync()), Has.Some.Contains(Links).And.None.Contains("Seq Scan"));
        }
    }

    [Test]
    public async Task Counting_the_targets_of_one_source_reads_links_from_the_index()
    {
        Assert.That(await PlanAsync(() => Doctors.Patients(5).CountAsync()), Has.Some.Contains(Links).And.None.Contains("Seq Scan"));
    }

    [Test]
    public async Task Including_targets_finds_links_by_the_index_in_either_direction()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PlanAsync(() => Doctors.Where(d => d.Id < 5).Include(d => d.Patients).ToListAsync()), Has.Some.Contains(Links).And.None.Contains("Seq Scan"));
            Assert.That(await PlanAsync(() => Doctors.Where(d => d.Id < 5).Include(d => d.Patients, p => p.Take(2)).ToListAsync()), Has.Some.Contains(Links).And.None.Contains("Seq Scan"));
            Assert.That(await PlanAsync(() => Patients.Where(p => p.Pid < 5).Include(p => p.Doctors).ToListAsync()), Has.Some.Contains("\"IX_Appointment_PatientId_DoctorId\"").And.None.Contains("Seq Scan"));
        }
    }

    [Test]
    public async Task Including_a_has_many_uses_the_foreign_keys_index()
    {
        Assert.That(await PlanAsync(() => Patients.Where(p => p.Pid < 5).Include(p => p.Appointments).ToListAsync()), Has.Some.Contains("IX_Appointment_PatientId").And.None.Contains("Seq Scan"));
    }

    [Test]
    public async Task Including_a_belongs_to_uses_the_primary_key()
    {
        Assert.That(await PlanAsync(() => Appointments.Where(a => a.Id < 5).Include(a => a.Doctor).ToListAsync()), Has.Some.Contains("using \"Doctor_pkey\"").And.None.Contains("Seq Scan"));
    }

    [Test]
    public async Task Including_into_a_short_page_finds_the_page_again_and_its_rows_by_the_index()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PlanAsync(() => Doctors.Skip(40).Take(4).Include(d => d.Patients).ToListAsync()), Has.Some.Contains("InitPlan").And.Some.Contains(Links).And.None.Contains("Seq Scan"));
            Assert.That(await PlanAsync(() => Doctors.Skip(40).Take(4).Include(d => d.Patients, p => p.Take(2)).ToListAsync()), Has.Some.Contains("InitPlan").And.Some.Contains(Links).And.None.Contains("Seq Scan"));
            Assert.That(await PlanAsync(() => Appointments.Take(4).Include(a => a.Doctor).ToListAsync()), Has.Some.Contains("InitPlan").And.Some.Contains("using \"Doctor_pkey\"").And.None.Contains("Seq Scan"));
            Assert.That(await PlanAsync(() => Doctors.Skip(40).Take(1_000).Include(d => d.Patients).ToListAsync()), Has.None.Contains("InitPlan"), "a long page is not found twice");
        }
    }

    [Test]
    public async Task Unlinking_and_setting_find_links_by_the_index()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PlanAsync(() => Doctors.Patients(5).UnlinkAsync(7)), Has.Some.Contains("IX_Appointment_").And.None.Contains("Seq Scan"));
            Assert.That(await PlanAsync(() => Doctors.Patients(6).SetAsync([], new() { At = Monday })), Has.Some.Contains("IX_Appointment_").And.None.Contains("Seq Scan"));
            Assert.That(await PlanAsync(() => Doctors.Patients(7).UnlinkAllAsync()), Has.Some.Contains("IX_Appointment_").And.None.Contains("Seq Scan"));
        }
    }

    [Test]
    public async Task Asking_for_related_rows_of_one_row_uses_the_index()
    {
        Assert.That(await PlanAsync(() => Doctors.Where(d => d.Id == 7 && d.Patients.Any(p => p.BirthYear == 1907)).ToListAsync()), Has.Some.Contains(Links).And.None.Contains("Seq Scan"));
    }

    // The steps of the last statement's plan.
    private async Task<List<string>> PlanAsync<T>(Func<ValueTask<T>> operation)
    {
        IReadOnlyList<string> statements;
        using (var log = Test.Record())
        {
            await operation();
            statements = log.Rows;
        }

        return await Test.ExplainAsync(statements[^1]);
    }
}
