using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's behaviours of finding through a relation.</summary>
public sealed class ConstrainedReadingTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public async Task L019_020_A_relation_finds_counts_and_tells_whether_without_being_left()
    {
        var patients = Doctors.Patients(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(await patients.ToListAsync()), Is.EqualTo(["Luigi", "Peach"]));
            Assert.That(await patients.CountAsync(), Is.EqualTo(2));
            Assert.That(await patients.AnyAsync());
            Assert.That(await patients.ExistsAsync(2));
            Assert.That(await patients.ExistsAsync(3), Is.False);
            Assert.That((await patients.FindByIdAsync(1)).Name, Is.EqualTo("Luigi"));
            Assert.That(await patients.FindByIdOrDefaultAsync(3), Is.Null);
            Assert.That((await patients.FirstAsync()).Pid, Is.EqualTo(1));
            Assert.That((await patients.Where(p => p.Name == "Peach").SingleAsync()).Pid, Is.EqualTo(2));
            Assert.That(await patients.Where(p => p.Name == "Zelda").SingleOrDefaultAsync(), Is.Null);
        }
    }

    [Test]
    public void L020_FindById_of_another_sources_target_says_that_it_is_not_there()
    {
        var error = Assert.ThrowsAsync<EntityNotFoundException>(async () => await Doctors.Patients(1).FindByIdAsync(3));

        Assert.That(error.Code, Is.EqualTo("ENTITY_NOT_FOUND"));
        Assert.That(error.Message, Is.EqualTo("Entity not found: Patient with id 3"));
    }

    [Test]
    public async Task L020_FindById_and_exists_pass_over_skip_and_take()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Doctors.Patients(1).Skip(1).FindByIdAsync(1)).Name, Is.EqualTo("Luigi"));
            Assert.That(await Patients.Take(0).ExistsAsync(3));
            Assert.That(await Patients.Where(p => p.Name == "x").Take(1).ExistsAsync(3), Is.False);
        }
    }

    [Test]
    public void L021_Making_a_constrained_repository_runs_no_statement()
    {
        using var log = Test.Record();

        _ = Doctors.Patients(1).Where(p => p.Pid > 1).OrderBy(p => p.Name).Include(p => p.Doctors).Skip(1).Take(2).Links();

        Assert.That(log.All, Is.Empty);
    }

    [Test]
    public void L022_023_A_null_key_or_entity_is_refused_and_never_means_everybody()
    {
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.Patients(null!), Throws.ArgumentNullException);
            Assert.That(() => new BookRepository(Db).Authors((string)null!), Throws.ArgumentNullException);
            Assert.That(() => new BookRepository(Db).Authors((Book)null!), Throws.ArgumentNullException);
            Assert.That(async () => await new AuthorRepository(Db).Books(Guid.NewGuid()).UnlinkAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await new AuthorRepository(Db).Books(Guid.NewGuid()).LinkAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await new AuthorRepository(Db).Books(Guid.NewGuid()).LinkAllAsync(["1", null!]), Throws.ArgumentNullException);
            Assert.That(async () => await new AuthorRepository(Db).Books(Guid.NewGuid()).SetAsync(["1", null!]), Throws.ArgumentNullException);
            Assert.That(async () => await new AuthorRepository(Db).Books(Guid.NewGuid()).FindByIdAsync(null!), Throws.ArgumentNullException);
            Assert.That(log.All, Is.Empty);
        }
    }

    [Test]
    public async Task L033_A_target_that_is_linked_several_times_is_found_once()
    {
        using var log = Test.Record();

        var patients = await Doctors.Patients(1).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(patients.Select(static patient => patient.Pid), Is.EqualTo([1, 2]));
            Assert.That(log.Rows, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task L034_Links_that_lead_nowhere_are_passed_over()
    {
        Test.RunUnchecked("""INSERT INTO "Appointment" ("DoctorId", "PatientId", "At") VALUES (1, 99, '2025-01-01 00:00:00'), (99, 1, '2025-01-01 00:00:00')""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(await Doctors.Patients(1).ToListAsync()), Is.EqualTo(["Luigi", "Peach"]));
            Assert.That(await Doctors.Patients(1).CountAsync(), Is.EqualTo(2));
            Assert.That(await Doctors.Patients(1).Links().CountAsync(), Is.EqualTo(3));
            Assert.That((await Doctors.Include(d => d.Patients).OrderBy(d => d.Id).ToListAsync())[0].Patients, Has.Count.EqualTo(2));
            Assert.That((await Patients.Include(p => p.Doctors).FindByIdAsync(1)).Doctors, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task L035_Links_with_a_null_key_are_passed_over()
    {
        var teams = new TeamRepository(Db);
        var sponsors = new SponsorRepository(Db);
        await teams.CreateAsync(new() { Name = "Red" });
        await sponsors.CreateAllAsync([new() { Name = "Acme" }, new() { Name = "Emca" }]);
        await new SponsorshipRepository(Db).CreateAllAsync([new() { TeamId = 1, SponsorId = 2 }, new() { TeamId = 1 }, new() { SponsorId = 1 }, new()]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await teams.Sponsors(1).ToListAsync()).Select(static sponsor => sponsor.Id), Is.EqualTo([2]));
            Assert.That((await teams.Include(t => t.Sponsors).FirstAsync()).Sponsors.Select(static sponsor => sponsor.Id), Is.EqualTo([2]));
            Assert.That(await teams.Sponsors(1).SetAsync([1]), Is.EqualTo(new SetResult(Added: 1, Removed: 1, Kept: 0)));
            Assert.That(await new SponsorshipRepository(Db).CountAsync(), Is.EqualTo(4), "the links with null keys stay");
        }
    }

    [Test]
    public async Task L036_Targets_come_in_the_order_of_their_key_unless_the_query_orders_them()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Doctors.Patients(1).ToListAsync()).Select(static patient => patient.Pid), Is.EqualTo([1, 2]));
            Assert.That(Names(await Doctors.Patients(2).OrderByDescending(p => p.Name).ToListAsync()), Is.EqualTo(["Zelda", "Peach"]));
            Assert.That(Names(await Doctors.Patients(1).OrderBy((_, a) => a.At).ToListAsync()), Is.EqualTo(["Luigi", "Peach"]));
            Assert.That(Names(await Doctors.Patients(1).OrderByDescending((_, a) => a.At).ToListAsync()), Is.EqualTo(["Peach", "Luigi"]));
        }
    }

    [Test]
    public async Task L037_A_condition_cannot_widen_the_relation()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(await Doctors.Patients(1).Where(p => p.Pid == 1 || p.Pid == 3).ToListAsync()), Is.EqualTo(["Luigi"]));
            Assert.That(Names(await Doctors.Patients(1).Where((p, a) => p.Pid == 3 || a.DoctorId == 2 || a.Note == "first").ToListAsync()), Is.EqualTo(["Luigi"]));
            Assert.That(await Doctors.Patients(1).Where(p => p.Pid == 3 || p.Pid == 4).PatchAsync(new() { Name = "X" }), Is.Zero);
            Assert.That(await Doctors.Patients(1).Where(p => p.Pid == 3 || p.Pid == 4).DeleteAsync(), Is.Zero);
            Assert.That(await Doctors.Patients(1).Where((p, a) => p.Pid == 3 || a.DoctorId == 2).UnlinkAllAsync(), Is.Zero);
            Assert.That(await Appointments.CountAsync(), Is.EqualTo(5));
            Assert.That(await Patients.Where(p => p.Name == "X").AnyAsync(), Is.False);
        }
    }

    [Test]
    public async Task L038_Skip_and_take_count_for_this_source_and_includes_nest()
    {
        var patients = await Doctors.Patients(2).Skip(1).Take(1).Include(p => p.Doctors, d => d.Include(x => x.Patients)).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(patients), Is.EqualTo(["Zelda"]));
            Assert.That(Names(patients[0].Doctors), Is.EqualTo(["Link"]));
            Assert.That(Names(patients[0].Doctors[0].Patients), Is.EqualTo(["Peach", "Zelda"]));
        }
    }

    [Test]
    public void L039_A_disabled_include_is_reported_even_where_there_are_no_rows()
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Remove("patients");
        using var log = Test.Record();

        Assert.ThrowsAsync<InvalidInclusionException>(async () => await doctors.Where(d => d.Id == 99).Include(d => d.Patients).ToListAsync());
        Assert.That(log.All, Is.Empty);
    }

    [Test]
    public async Task L040_Links_can_be_filtered_ordered_by_and_read()
    {
        var links = await Doctors.Patients(1).Where((_, a) => a.At > Monday).OrderByDescending((_, a) => a.At).Links().ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(links.Select(static link => (link.Target.Name, link.Through.Note)), Is.EqualTo([("Peach", "again"), ("Peach", (string?)null)]));
            Assert.That(links[0].Target, Is.SameAs(links[1].Target));
            Assert.That(await Doctors.Patients(1).Links().CountAsync(), Is.EqualTo(3));
            Assert.That(await Doctors.Patients(1).Where((_, a) => a.Note == "first").CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task L042_Skip_without_take_has_no_hidden_limit()
    {
        await Patients.CreateAllAsync(Enumerable.Range(5, 250).Select(static number => new Patient { Name = $"P{number}" }));
        await Doctors.Patients(3).LinkAllAsync(Enumerable.Range(5, 250), new() { At = Monday });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Patients(3).Skip(10).ToListAsync(), Has.Count.EqualTo(240));
            Assert.That(await Patients.Skip(4).ToListAsync(), Has.Count.EqualTo(250));
            Assert.That((await Doctors.Include(d => d.Patients, p => p.Skip(5)).FindByIdAsync(3)).Patients, Has.Count.EqualTo(245));
        }
    }
}
