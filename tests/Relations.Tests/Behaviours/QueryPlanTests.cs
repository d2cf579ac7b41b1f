using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Statements find their rows by indexes, and read links from the index alone.</summary>
[SqliteOnly("The plans are those of SQLite; PostgreSqlQueryPlanTests has PostgreSQL's.")]
public sealed class QueryPlanTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed()
    {
        await SeedClinicAsync();
        await Doctors.CreateAllAsync(Enumerable.Range(0, 200).Select(static number => new Doctor { Name = $"D{number}" }));
        await Patients.CreateAllAsync(Enumerable.Range(0, 200).Select(static number => new Patient { Name = $"P{number}" }));
        for (var doctor = 4; doctor < 24; doctor++)
        {
            await Doctors.Patients(doctor).LinkAllAsync(Enumerable.Range(5, 200), new() { At = Monday });
        }

        await Db.ExecuteAsync($"ANALYZE");
    }

    [Test]
    public async Task Finding_the_targets_of_one_source_reads_links_from_the_index_in_order()
    {
        var plan = await PlanAsync(() => Doctors.Patients(5).ToListAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan, Has.Some.Contains("SEARCH through USING COVERING INDEX"));
            Assert.That(plan, Has.Some.Contains("SEARCH target USING INTEGER PRIMARY KEY"));
            Assert.That(plan, Has.None.Contains("TEMP B-TREE").And.None.Contains("SCAN"));
        }
    }

    [Test]
    public async Task A_page_of_the_targets_of_one_source_is_read_without_sorting()
    {
        var plan = await PlanAsync(() => Doctors.Patients(5).Skip(10).Take(10).ToListAsync());

        Assert.That(plan, Has.Some.Contains("SEARCH through USING COVERING INDEX"));
        Assert.That(plan, Has.None.Contains("TEMP B-TREE"));
    }

    [Test]
    public async Task Counting_the_targets_of_one_source_reads_the_index_alone()
    {
        var plan = await PlanAsync(() => Doctors.Patients(5).CountAsync());

        Assert.That(plan, Has.Some.Contains("SEARCH through USING COVERING INDEX"));
    }

    [Test]
    public async Task Including_targets_reads_links_from_the_index_in_order()
    {
        var plan = await PlanAsync(() => Doctors.Where(d => d.Id < 20).Include(d => d.Patients).ToListAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan, Has.Some.Contains("through USING COVERING INDEX"));
            Assert.That(plan, Has.Some.Contains("SEARCH target USING INTEGER PRIMARY KEY"));
            Assert.That(plan, Has.None.Contains("TEMP B-TREE"));
        }
    }

    [Test]
    public async Task Including_for_a_whole_table_scans_the_links_once_without_a_list_of_keys()
    {
        var plan = await PlanAsync(() => Doctors.Include(d => d.Patients, p => p.Where(x => x.BirthYear < 9)).ToListAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan, Has.Some.Contains("SCAN through USING COVERING INDEX IX_Appointment_DoctorId_PatientId"));
            Assert.That(plan, Has.Some.Contains("SEARCH target USING INTEGER PRIMARY KEY"));
            Assert.That(plan, Has.None.Contains("TEMP B-TREE").And.None.Contains("json_each"));
        }
    }

    [Test]
    public async Task Including_all_targets_for_a_whole_table_finds_each_target_once()
    {
        var plan = await PlanAsync(() => Doctors.Include(d => d.Patients).ToListAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan, Has.Some.EqualTo("SCAN Appointment USING COVERING INDEX IX_Appointment_PatientId_DoctorId"));
            Assert.That(plan, Has.Some.Contains("SEARCH target USING INTEGER PRIMARY KEY"));
            Assert.That(plan, Has.Some.EqualTo("SCAN through USING COVERING INDEX IX_Appointment_DoctorId_PatientId"));
            Assert.That(plan, Has.None.Contains("TEMP B-TREE").And.None.Contains("json_each"));
        }
    }

    [Test]
    public async Task Including_some_targets_in_order_for_a_whole_table_sorts_each_target_once()
    {
        var plan = await PlanAsync(() => Doctors.Include(d => d.Patients, p => p.OrderBy(x => x.Name).Take(3)).ToListAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan, Has.Some.EqualTo("SCAN through USING COVERING INDEX IX_Appointment_PatientId_DoctorId").Or.Some.EqualTo("SCAN Appointment USING COVERING INDEX IX_Appointment_PatientId_DoctorId"));
            Assert.That(plan, Has.Some.Contains("SEARCH target USING INTEGER PRIMARY KEY"));
            Assert.That(plan, Has.Exactly(1).EqualTo("USE TEMP B-TREE FOR ORDER BY"));
            Assert.That(plan, Has.None.Contains("json_each"));
        }
    }

    [Test]
    public async Task Pages_of_links_are_read_from_the_index_in_order()
    {
        var plan = await PlanAsync(() => Doctors.Where(d => d.Id < 20).Include(d => d.Patients, p => p.Take(3)).ToListAsync());

        Assert.That(plan, Has.Some.Contains("through USING COVERING INDEX"));
        Assert.That(plan, Has.None.Contains("TEMP B-TREE"));
    }

    [Test]
    public async Task Including_in_the_other_direction_has_an_index_of_its_own()
    {
        var plan = await PlanAsync(() => Patients.Where(p => p.Pid < 20).Include(p => p.Doctors).ToListAsync());

        Assert.That(plan, Has.Some.Contains("through USING COVERING INDEX IX_Appointment_PatientId_DoctorId"));
        Assert.That(plan, Has.None.Contains("TEMP B-TREE"));
    }

    [Test]
    public async Task Including_a_has_many_uses_the_foreign_keys_index()
    {
        var plan = await PlanAsync(() => Patients.Where(p => p.Pid < 20).Include(p => p.Appointments).ToListAsync());

        Assert.That(plan, Has.Some.Contains("SEARCH source USING INDEX IX_Appointment_PatientId"));
    }

    [Test]
    public async Task Including_a_belongs_to_uses_the_primary_key()
    {
        var plan = await PlanAsync(() => Appointments.Where(a => a.Id < 20).Include(a => a.Doctor).ToListAsync());

        Assert.That(plan, Has.Some.Contains("SEARCH source USING INTEGER PRIMARY KEY"));
    }

    [Test]
    public async Task Unlinking_and_setting_find_links_by_the_index()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PlanAsync(() => Doctors.Patients(5).UnlinkAsync(7)), Has.Some.Contains("USING COVERING INDEX").Or.Some.Contains("USING INDEX"));
            Assert.That(await PlanAsync(() => Doctors.Patients(5).SetAsync([5, 6], new() { At = Monday })), Has.None.Contains("SCAN source"));
            Assert.That(await PlanAsync(() => Doctors.Patients(6).UnlinkAllAsync()), Has.None.Contains("SCAN"));
        }
    }

    [Test]
    public async Task Asking_for_related_rows_uses_the_index()
    {
        var plan = await PlanAsync(() => Doctors.Where(d => d.Patients.Any(p => p.BirthYear == 7) && d.Patients.Count() > 3).ToListAsync());

        Assert.That(plan.Where(static step => step.Contains("through", StringComparison.Ordinal)), Is.All.Contains("COVERING INDEX"));
    }

    [Test]
    public async Task The_start_of_a_text_is_found_by_a_unique_columns_index()
    {
        var plan = await PlanAsync(() => new TagRepository(Db).Where(t => t.Name.StartsWith("a")).ToListAsync());

        Assert.That(plan, Has.Some.Contains("INDEX IX_Tag_Name (Name>? AND Name<?)"));
    }

    [Test]
    public async Task Composite_keys_are_found_by_all_their_columns()
    {
        var vouchers = new VoucherRepository(Db);
        var depot = (new DepotId(Guid.NewGuid()), Planet.Earth);
        await vouchers.CreateAsync(new() { Number = 1, Code = "a", Customer = "c" });
        await vouchers.Depots((1, "a")).CreateAsync(new() { Id = depot.Item1, Planet = depot.Item2, Name = "d" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PlanAsync(() => vouchers.Lines((1, "a")).ToListAsync()), Has.Some.Contains("(VoucherNumber=? AND VoucherCode=?)").And.None.Contains("TEMP B-TREE"));
            Assert.That(await PlanAsync(() => vouchers.Depots((1, "a")).ToListAsync()), Has.Some.Contains("through USING INDEX").Or.Some.Contains("through USING COVERING INDEX"));
            Assert.That(await PlanAsync(() => vouchers.Depots((1, "a")).ToListAsync()), Has.None.Contains("TEMP B-TREE").And.None.Contains("SCAN"));
            Assert.That(await PlanAsync(() => vouchers.Where(v => v.Number > 0).Include(o => o.Lines).ToListAsync()), Has.Some.Contains("(VoucherNumber=? AND VoucherCode=?)"));
            Assert.That(await PlanAsync(() => vouchers.Where(v => v.Number > 0).Include(o => o.Depots).ToListAsync()), Has.Some.Contains("(VoucherNumber=? AND VoucherCode=?)"));
            Assert.That(await PlanAsync(() => vouchers.Depots((1, "a")).SetAsync([])), Has.Some.Contains("(VoucherNumber=? AND VoucherCode=? AND DepotId=? AND DepotPlanet=?)").Or.Some.Contains("(VoucherNumber=? AND VoucherCode=?"));
        }
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
