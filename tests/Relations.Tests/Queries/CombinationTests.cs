using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Queries;

/// <summary>Conditions on relations, counts and pages where they meet: in writes, in scopes, through relations.</summary>
public sealed class CombinationTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public async Task Writes_may_depend_on_related_rows()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Where(d => d.Patients.Any(p => p.Name == "Zelda")).PatchAsync(new() { Name = "patched" }), Is.EqualTo(1));
            Assert.That(await Doctors.Where(d => d.Patients.Count() >= 2 && d.Id == 1).PatchAsync(new() { Name = "patched too" }), Is.EqualTo(1));
            Assert.That(await Doctors.Where(d => d.Patients.None()).DeleteAsync(), Is.EqualTo(1));
            Assert.That(await Doctors.Patients(1).Where(p => p.Doctors.Count() > 1).PatchAsync(new() { Name = "shared" }), Is.EqualTo(1));
            Assert.That(await Doctors.Patients(1).Where((p, a) => p.Doctors.Any((d, b) => d.Id == 2 && b.At > a.At)).PatchLinksAsync(new() { Note = "later elsewhere" }), Is.EqualTo(2));
            Assert.That(await Doctors.Patients(1).Where(p => p.Doctors.Any(d => d.Id != 1)).UnlinkAllAsync(), Is.EqualTo(2));
            Assert.That(await Patients.Appointments(2).Where(a => a.Doctor.Any(d => d.Name == "patched")).DeleteAsync(), Is.EqualTo(1));
            Assert.That(await Doctors.Patients(2).Where(p => p.Appointments.Any(a => a.DoctorId == 2)).DeleteAsync(), Is.EqualTo(1));
            Assert.That(Names(await Patients.ToListAsync()), Is.EqualTo(["Luigi", "shared", "Daisy"]));
        }
    }

    [Test]
    public async Task A_null_neither_has_the_empty_text_in_it_nor_lacks_it([Values] bool ignoreCase)
    {
        Func<Column<string>, Condition>[] searches = [note => note.StartsWith("", ignoreCase), note => note.EndsWith("", ignoreCase), note => note.Contains("", ignoreCase), note => note.Like("%", ignoreCase)];
        var all = await Appointments.CountAsync();
        var noted = await Appointments.Where(static a => a.Note != null).CountAsync();

        Assert.That(noted, Is.InRange(1, all - 1));
        foreach (var search in searches)
        {
            Assert.That(await Appointments.Where(a => search(a.Note)).CountAsync(), Is.EqualTo(noted));
            Assert.That(await Appointments.Where(a => !search(a.Note)).CountAsync(), Is.Zero);
        }
    }

    [Test]
    public async Task Pages_may_be_ordered_by_counts_of_relations()
    {
        var doctors = await Doctors.OrderByDescending(d => d.Patients.Count()).ThenBy(d => d.Name)
            .Include(d => d.Patients, p => p.OrderByDescending(x => x.Doctors.Count()).ThenBy(x => x.Name).Take(1))
            .Include(d => d.Visits, v => v.OrderByDescending(x => x.Doctors.Count()).ThenByDescending((_, a) => a.At).Skip(1))
            .ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(doctors), Is.EqualTo(["Link", "Mario", "Toad"]));
            Assert.That(doctors.Select(static doctor => string.Join(',', Names(doctor.Patients))), Is.EqualTo(["Peach", "Peach", ""]));
            Assert.That(doctors[1].Visits.Select(static visit => visit.Through.Note), Is.EqualTo([null, "first"]));
            Assert.That(Names(await Doctors.Patients(2).OrderBy(p => p.Doctors.Count(d => d.Name == "Mario")).Take(1).ToListAsync()), Is.EqualTo(["Zelda"]));
        }
    }

    [Test]
    public async Task Scopes_of_to_one_relations_filter_and_choose_fields()
    {
        await Doctors.Licence(1).CreateAsync(new() { Number = "007" });

        var appointments = await Appointments.Include(a => a.Doctor, d => d.Where(x => x.Name == "Mario").Fields(x => x.Name).Include(x => x.Patients)).OrderBy(a => a.Id).ToListAsync();
        var doctors = await Doctors.Include(d => d.Licence, l => l.Where(x => x.Number != "007")).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(appointments.Select(static appointment => appointment.Doctor?.Name), Is.EqualTo(["Mario", "Mario", "Mario", null, null]));
            Assert.That(appointments[0].Doctor!.Id, Is.Zero);
            Assert.That(Names(appointments[0].Doctor!.Patients), Is.EqualTo(["Luigi", "Peach"]));
            Assert.That(doctors.Select(static doctor => doctor.Licence), Is.All.Null);
        }
    }

    [Test]
    public async Task Links_take_includes_fields_and_pages()
    {
        var links = await Doctors.Patients(1).OrderBy((_, a) => a.At).Skip(1).Take(2).Fields(p => p.Name).Include(p => p.Doctors).Links().ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(links.Select(static link => (link.Target.Pid, link.Target.Name, link.Through.Note, link.Through.PatientId)), Is.EqualTo([(0, "Peach", null, 2), (0, "Peach", "again", 2)]));
            Assert.That(Names(links[0].Target.Doctors), Is.EqualTo(["Mario", "Link"]));
            Assert.That(await Doctors.Patients(1).Skip(1).Links().CountAsync(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Conditions_on_links_must_be_met_by_one_link()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Patients(1).Where((_, a) => a.Note == "again").Where((_, a) => a.At < Monday.AddDays(2)).CountAsync(), Is.Zero);
            Assert.That(await Doctors.Where(d => d.Patients.Any((_, a) => a.Note == "again") && d.Patients.Any((_, a) => a.At < Monday.AddDays(2))).CountAsync(), Is.EqualTo(1));
            Assert.That(await Doctors.Where(_ => Condition.True).CountAsync(), Is.EqualTo(3), "nothing is asked");
            Assert.That(await Doctors.Where(_ => !Condition.True).CountAsync(), Is.Zero);
        }
    }

    [Test]
    public async Task A_resolver_of_the_users_own_may_use_the_librarys()
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Register("patients", new YoungestFirst());
        using var log = Test.Record();

        var all = await doctors.Include(d => d.Patients).ToListAsync();
        var nested = await doctors.Include(d => d.Visits, v => v.Include(p => p.Doctors, d => d.Include(x => x.Patients))).FindByIdAsync(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(static doctor => string.Join(',', Names(doctor.Patients))), Is.EqualTo(["Peach,Luigi", "Zelda,Peach", ""]));
            Assert.That(Names(nested.Visits[1].Target.Doctors[0].Patients), Is.EqualTo(["Peach", "Luigi"]));
            Assert.That(log.Rows, Has.Count.EqualTo(6));
        }
    }

    [Test]
    public async Task The_same_entity_may_be_loaded_twice_at_once()
    {
        var doctor = await Doctors.FirstAsync();

        await Doctors.LoadAsync([doctor, doctor, await Doctors.FirstAsync()], d => d.Patients);

        Assert.That(Names(doctor.Patients), Is.EqualTo(["Luigi", "Peach"]));
    }

    [Test]
    public async Task Names_that_must_be_quoted_work_everywhere()
    {
        var oddlies = new OddlyRepository(Db);
        await oddlies.CreateAllAsync([new() { Number = 0, Name = "zero" }, new() { Number = 5, Name = "five" }, new() { Number = 6, Name = "six" }]);
        await oddlies.Others(0).CreateAsync(new() { Number = 7, Name = "seven" }, new() { Session = 1, Take = "x" });
        await oddlies.Others(0).LinkAllAsync([5, 6, 5], new() { Session = 2 });

        var zero = await oddlies.Include(o => o.Others, o => o.Where((x, l) => x.Name != "none" && l.Session > 0).OrderByDescending((_, l) => l.Session).Skip(1).Take(2).Include(x => x.Others)).FindByIdAsync(0);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(zero.Others.Select(static other => other.Shouted), Is.EqualTo(["SIX", "SEVEN"]));
            Assert.That(await oddlies.Others(0).LinkAsync(5), Is.False);
            Assert.That(await oddlies.Others(0).Where((_, l) => l.Session == 2).PatchLinksAsync(new() { Take = "y" }), Is.EqualTo(2));
            Assert.That(await oddlies.Others(0).OrderBy((_, l) => l.Session).Take(1).PatchAsync(new() { Name = "7" }), Is.EqualTo(1));
            Assert.That(await oddlies.Where(o => o.Others.Count((x, l) => l.Take == "y" && x.Number > 4) == 2).CountAsync(), Is.EqualTo(1));
            Assert.That(await oddlies.Others(0).SetAsync([5]), Is.EqualTo(new SetResult(0, 2, 1)));
            Assert.That(await oddlies.Others(0).UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That((await oddlies.SaveAsync(new() { Number = 0, Name = "null" })).Name, Is.EqualTo("null"));
            Assert.That((await oddlies.QueryAsync($"SELECT * FROM \"select \"\"from\"\" where;\" ORDER BY \"group\"")).Select(static oddly => oddly.Name), Is.EqualTo(["null", "five", "six", "7"]));
        }

        await RelationsModel.VerifySchemaAsync(Db);
    }

    [Test]
    public async Task A_text_that_is_longer_than_its_column_is_refused_or_stored_whole()
    {
        var oddlies = new OddlyRepository(Db);
        var text = new string('x', 30);
        try
        {
            await oddlies.CreateAsync(new() { Number = 1, Name = text });
        }
        catch (ConstraintException)
        {
            Assert.That(await oddlies.CountAsync(), Is.Zero);
            return;
        }

        Assert.That((await oddlies.SingleAsync()).Name, Is.EqualTo(text));
    }

    [Test]
    public void The_diagram_and_the_script_name_every_entity()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var entity in RelationsModel.Definition.Entities)
            {
                Assert.That(RelationsModel.Mermaid, Does.Contain($"    {entity.Name} {{"));
                Assert.That(RelationsModel.SchemaSql(Db.Dialect), Does.Contain($"CREATE TABLE IF NOT EXISTS \"{entity.Table.Replace("\"", "\"\"", StringComparison.Ordinal)}\" ("));
            }
        }
    }

    [TestCase("Doctor }o--o{ Patient : \"patients through Appointment\"")]
    [TestCase("Appointment }o--|| Doctor : \"doctor\"")]
    [TestCase("Customer }o--o| Customer : \"parent\"")]
    [TestCase("Customer |o--o{ Customer : \"customers\"")]
    [TestCase("Employee ||--o{ PostalAddress : \"addresses\"")]
    [TestCase("Comment }o--o| Photo : \"topic\"")]
    [TestCase("Comment }o--o| Post : \"topic\"")]
    public void The_diagram_says_how_many_rows_lead_to_how_many(string line) => Assert.That(RelationsModel.Mermaid.Split('\n'), Does.Contain("    " + line));

    private sealed class YoungestFirst : IInclusionResolver<Doctor>
    {
        public ValueTask ResolveAsync(IReadOnlyList<Doctor> sources, Session session, CancellationToken cancellationToken) =>
            new DoctorRepository(session).LoadAsync(sources, d => d.Patients, static p => p.OrderByDescending(x => x.BirthYear), cancellationToken);
    }
}
