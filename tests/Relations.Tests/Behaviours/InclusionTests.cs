using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's behaviours of inclusion.</summary>
public sealed class InclusionTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public async Task L082_A_removed_resolver_makes_inclusion_an_error_and_leaves_the_relations_repository()
    {
        var doctors = Doctors;
        Assert.That(doctors.InclusionResolvers.Contains("patients"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctors.InclusionResolvers.Remove("patients"));
            Assert.That(doctors.InclusionResolvers.Remove("patients"), Is.False);
            Assert.That(doctors.InclusionResolvers.Contains("patients"), Is.False);
            Assert.That(doctors.InclusionResolvers.Contains("visits"));
            Assert.That(async () => await doctors.Include(d => d.Patients).ToListAsync(), Throws.TypeOf<InvalidInclusionException>());
            Assert.That(async () => await doctors.LoadAsync(await doctors.ToListAsync(), d => d.Patients), Throws.TypeOf<InvalidInclusionException>());
            Assert.That(await doctors.Patients(1).CountAsync(), Is.EqualTo(2));
            Assert.That(await doctors.Patients(1).LinkAsync(4, new() { At = Monday }));
            Assert.That(await doctors.Include(d => d.Visits).ToListAsync(), Has.Count.EqualTo(3));
            Assert.That(await Doctors.Include(d => d.Patients).ToListAsync(), Has.Count.EqualTo(3), "another repository has a registry of its own");
        }
    }

    [Test]
    public async Task L082_The_registry_goes_along_into_a_transaction()
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Remove("patients");
        await using var transaction = await Db.BeginTransactionAsync();

        Assert.ThrowsAsync<InvalidInclusionException>(async () => await doctors.In(transaction).Include(d => d.Patients).ToListAsync());
    }

    [Test]
    public async Task L082_A_users_own_resolver_replaces_a_generated_one()
    {
        var doctors = Doctors;
        var resolver = new CountingResolver();
        doctors.InclusionResolvers.Register("patients", resolver);

        var all = await doctors.Include(d => d.Patients).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(resolver.Calls, Is.EqualTo([3]));
            Assert.That(all[0].IsLoaded(d => d.Patients), Is.False, "this resolver fills nothing");
            Assert.That(() => doctors.InclusionResolvers.Register("nurses", resolver), Throws.ArgumentException.With.Message.Contains("'patients'"));
            Assert.That(() => Patients.InclusionResolvers.Register("doctors", resolver), Throws.ArgumentException);
        }
    }

    [Test]
    public async Task L083_Includes_work_in_every_way_of_finding()
    {
        var query = Doctors.Include(d => d.Patients);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await query.ToListAsync())[1].Patients, Has.Count.EqualTo(2));
            Assert.That((await query.FirstAsync()).Patients, Has.Count.EqualTo(2));
            Assert.That((await query.Where(d => d.Id == 3).SingleAsync()).Patients, Is.Empty);
            Assert.That((await query.FindByIdAsync(2)).Patients, Has.Count.EqualTo(2));
            Assert.That((await query.FindByIdOrDefaultAsync(2))!.Patients, Has.Count.EqualTo(2));
            Assert.That((await Patients.Include(p => p.Doctors, d => d.Include(x => x.Patients)).FindByIdAsync(2)).Doctors[0].Patients, Has.Count.EqualTo(2));
            Assert.That((await Doctors.Patients(1).Include(p => p.Doctors).ToListAsync())[1].Doctors, Has.Count.EqualTo(2));
            Assert.That((await Doctors.Patients(1).Include(p => p.Doctors).Links().ToListAsync())[1].Target.Doctors, Has.Count.EqualTo(2));
            await foreach (var doctor in query.AsAsyncEnumerable())
            {
                Assert.That(doctor.IsLoaded(d => d.Patients));
            }
        }
    }

    [TestCase(1)]
    [TestCase(20)]
    [TestCase(1000)]
    public async Task L084_One_statement_for_the_parents_and_one_for_each_relation_and_level(int parents)
    {
        await Doctors.CreateAllAsync(Enumerable.Range(4, 1000).Select(static number => new Doctor { Name = $"D{number}" }));
        foreach (var patient in new[] { 1, 2, 4 })
        {
            await Patients.Doctors(patient).LinkAllAsync(Enumerable.Range(4, 1000), new() { At = Monday });
        }

        using var log = Test.Record();

        var doctors = await Doctors.Where(d => d.Id >= 4).Take(parents)
            .Include(d => d.Patients, p => p.Include(x => x.Doctors, d => d.Take(2)).Include(x => x.Appointments, a => a.Take(1)))
            .Include(d => d.Visits)
            .Include(d => d.Licence)
            .ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctors, Has.Count.EqualTo(parents));
            Assert.That(doctors.Select(static doctor => (doctor.Patients.Count, doctor.Visits.Count)), Is.All.EqualTo((3, 3)));
            Assert.That(doctors[0].Patients.Select(static patient => patient.Doctors.Count), Is.All.EqualTo(2));
            Assert.That(log.Rows, Has.Count.EqualTo(6));
            Assert.That(string.Concat(log.Rows), Has.Length.LessThan(4000));
        }
    }

    [Test]
    public async Task L084_The_text_of_a_statement_is_the_same_for_any_number_of_keys()
    {
        await Doctors.CreateAllAsync(Enumerable.Range(4, 200).Select(static number => new Doctor { Name = $"D{number}" }));
        using var log = Test.Record();

        await Doctors.Take(2).Include(d => d.Patients).ToListAsync();
        await Doctors.Take(150).Include(d => d.Patients).ToListAsync();
        await Doctors.Where(d => d.Id.In(1, 2)).ToListAsync();
        await Doctors.Where(d => d.Id.In(Enumerable.Range(1, 5000))).ToListAsync();
        await Doctors.Patients(1).LinkAllAsync([1], new() { At = Monday });
        await Doctors.Patients(1).LinkAllAsync(Enumerable.Repeat(1, 1000), new() { At = Monday });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.Rows[3], Is.EqualTo(log.Rows[1]));
            Assert.That(log.Rows[5], Is.EqualTo(log.Rows[4]));
            Assert.That(log.Rows[7], Is.EqualTo(log.Rows[6]));
            Assert.That(log.Rows, Has.Count.EqualTo(8));
        }
    }

    [Test]
    public async Task L085_Without_links_the_list_is_empty_and_never_null()
    {
        var doctors = await Doctors.Include(d => d.Patients, p => p.Where(x => x.Name == "Nobody")).Include(d => d.Visits).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctors.Select(static doctor => doctor.Patients), Is.All.Empty);
            Assert.That(doctors[2].Visits, Is.Empty);
        }
    }

    [Test]
    public async Task L086_A_target_linked_twice_appears_once_and_a_shared_one_is_one_object()
    {
        var doctors = await Doctors.Include(d => d.Patients).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(doctors[0].Patients), Is.EqualTo(["Luigi", "Peach"]));
            Assert.That(doctors[0].Patients[1], Is.SameAs(doctors[1].Patients[0]));
        }
    }

    [Test]
    public async Task L086_Each_link_appears_with_its_through_row()
    {
        var doctors = await Doctors.Include(d => d.Visits, v => v.OrderBy((_, a) => a.At)).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctors[0].Visits.Select(static visit => (visit.Target.Name, visit.Through.Note)), Is.EqualTo([("Luigi", "first"), ("Peach", null), ("Peach", "again")]));
            Assert.That(doctors[0].Visits[1].Target, Is.SameAs(doctors[1].Visits[1].Target));
            Assert.That(doctors[0].IsLoaded(d => d.Patients), Is.False);
        }
    }

    [Test]
    public async Task L087_The_order_inside_a_list_is_the_scopes_or_that_of_the_targets_key()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names((await Doctors.Include(d => d.Patients).FindByIdAsync(2)).Patients), Is.EqualTo(["Peach", "Zelda"]));
            Assert.That(Names((await Doctors.Include(d => d.Patients, p => p.OrderByDescending(x => x.BirthYear)).FindByIdAsync(2)).Patients), Is.EqualTo(["Zelda", "Peach"]));
            Assert.That(Names((await Doctors.Include(d => d.Patients, p => p.OrderByDescending((_, a) => a.At)).FindByIdAsync(1)).Patients), Is.EqualTo(["Peach", "Luigi"]));
            Assert.That((await Doctors.OrderByDescending(d => d.Name).Include(d => d.Patients).ToListAsync()).Select(static doctor => doctor.Id), Is.EqualTo([3, 1, 2]));
        }
    }

    [Test]
    public async Task L088_Scopes_filter_order_choose_fields_and_nest_in_both_directions()
    {
        var doctors = await Doctors
            .Include(d => d.Patients, p => p
                .Where(x => x.BirthYear > 1983)
                .Where((_, a) => a.At < Monday.AddDays(4))
                .OrderBy(x => x.Name)
                .Fields(x => x.Name)
                .Include(x => x.Doctors, d => d.Where(y => y.Name != "Link").Include(y => y.Patients)))
            .ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(doctors[0].Patients), Is.EqualTo(["Peach"]));
            Assert.That(Names(doctors[1].Patients), Is.EqualTo(["Zelda"]));
            Assert.That(doctors[0].Patients[0].BirthYear, Is.Zero);
            Assert.That(Names(doctors[0].Patients[0].Doctors), Is.EqualTo(["Mario"]));
            Assert.That(doctors[1].Patients[0].Doctors, Is.Empty);
            Assert.That(Names(doctors[0].Patients[0].Doctors[0].Patients), Is.EqualTo(["Luigi", "Peach"]));
        }
    }

    [Test]
    public async Task L089_090_Skip_and_take_of_a_scope_count_for_each_source_in_the_database()
    {
        using var log = Test.Record();

        var first = await Doctors.Include(d => d.Patients, p => p.OrderByDescending(x => x.Name).Take(1)).ToListAsync();
        var second = await Doctors.Include(d => d.Patients, p => p.Skip(1).Take(5)).ToListAsync();
        var visits = await Doctors.Include(d => d.Visits, v => v.OrderByDescending((_, a) => a.At).Take(2)).ToListAsync();
        var none = await Doctors.Include(d => d.Patients, p => p.Take(0)).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Select(static doctor => string.Join(',', Names(doctor.Patients))), Is.EqualTo(["Peach", "Zelda", ""]));
            Assert.That(second.Select(static doctor => string.Join(',', Names(doctor.Patients))), Is.EqualTo(["Peach", "Zelda", ""]));
            Assert.That(visits[0].Visits.Select(static visit => visit.Through.Note), Is.EqualTo(["again", null]));
            Assert.That(none.Select(static doctor => doctor.Patients), Is.All.Empty);
            Assert.That(log.Rows, Has.Count.EqualTo(8));
        }
    }

    [Test]
    public void L091_A_disabled_include_is_named_as_LoopBack_does_before_any_statement()
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Remove("patients");
        doctors.InclusionResolvers.Remove("visits");
        using var log = Test.Record();

        var error = Assert.ThrowsAsync<InvalidInclusionException>(async () => await doctors.Include(d => d.Patients).Include(d => d.Visits, v => v.Take(1)).ToListAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo("Invalid \"filter.include\" entries: \"patients\"; {\"relation\":\"visits\",\"scope\":{\"limit\":1}}"));
            Assert.That(error.Code, Is.EqualTo("INVALID_INCLUSION_FILTER"));
            Assert.That(log.All, Is.Empty);
        }
    }

    [Test]
    public void L091_A_disabled_include_is_found_at_every_level_before_any_statement()
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Remove("visits");
        using var log = Test.Record();

        Assert.ThrowsAsync<InvalidInclusionException>(async () => await doctors.Include(d => d.Patients, p => p.Include(x => x.Doctors, d => d.Include(y => y.Visits))).ToListAsync());
        Assert.That(log.All, Is.Empty);
    }

    [Test]
    public async Task L093_094_095_Keys_are_fetched_without_being_asked_for_and_stay_at_their_default()
    {
        var doctors = await Doctors.Fields(d => d.Name).Include(d => d.Patients, p => p.Fields(x => x.BirthYear)).Include(d => d.Licence).ToListAsync();
        var patients = await Patients.Fields(p => p.Name).Include(p => p.Appointments, a => a.Fields(x => x.Note)).OrderBy(p => p.Name).ToListAsync();
        var appointments = await Appointments.Fields(a => a.Note).Include(a => a.Doctor).Where(a => a.Note == "first").ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctors.Select(static doctor => (doctor.Id, doctor.Name)), Is.EqualTo([(0, "Mario"), (0, "Link"), (0, "Toad")]));
            Assert.That(doctors[0].Patients.Select(static patient => (patient.Pid, patient.Name, patient.BirthYear)), Is.EqualTo([(0, null!, 1983), (0, (string)null!, 1985)]));
            Assert.That(patients.Select(static patient => (patient.Name, patient.Appointments.Count)), Is.EqualTo([("Daisy", 0), ("Luigi", 1), ("Peach", 3), ("Zelda", 1)]));
            Assert.That(patients[1].Appointments[0].PatientId, Is.Zero);
            Assert.That(appointments.Single().Doctor!.Name, Is.EqualTo("Mario"));
            Assert.That(appointments.Single().DoctorId, Is.Zero);
        }
    }

    [Test]
    public async Task L096_A_null_key_has_an_empty_list_and_no_target()
    {
        var customers = new CustomerRepository(Db);
        await customers.CreateAsync(new() { Name = "root" });
        await customers.CreateAsync(new() { Name = "child", ParentId = 1 });
        await customers.CreateAsync(new() { Name = "other" });
        var students = new CourseRepository(Db);
        await students.CreateAsync(new() { Title = "no code" });

        var all = await customers.Include(c => c.Parent).Include(c => c.Customers).OrderBy(c => c.Id).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(static customer => customer.Parent?.Name), Is.EqualTo([null, "root", null]));
            Assert.That(all.Select(static customer => customer.Customers.Count), Is.EqualTo([1, 0, 0]));
            Assert.That(all[0].IsLoaded(c => c.Parent));
        }
    }

    [Test]
    public async Task L097_A_nested_limit_counts_for_each_parent_at_every_level()
    {
        var doctors = await Doctors.Include(d => d.Patients, p => p.Include(x => x.Appointments, a => a.OrderBy(y => y.At).Take(1))).ToListAsync();

        Assert.That(doctors.SelectMany(static doctor => doctor.Patients).Select(static patient => patient.Appointments.Count), Is.All.EqualTo(1));
        Assert.That(doctors[1].Patients[0].Appointments[0].At, Is.EqualTo(Monday.AddDays(1)));
    }

    [Test]
    public void L098_A_relation_included_twice_is_refused()
    {
        var error = Assert.Throws<InvalidFilterException>(() => Doctors.Include(d => d.Patients).Include(d => d.Patients, p => p.Take(1)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Does.Contain("'patients'"));
            Assert.That(() => Doctors.Include(d => d.Patients, p => p.Include(x => x.Doctors).Include(x => x.Doctors)), Throws.TypeOf<InvalidFilterException>());
        }
    }

    [Test]
    public async Task L099_There_is_no_limit_to_the_number_of_parents()
    {
        const int many = 70_000;
        await Patients.CreateAllAsync(Enumerable.Range(5, many).Select(static _ => new Patient { Name = "x" }));
        await Doctors.Patients(3).LinkAllAsync(Enumerable.Range(5, many), new() { At = Monday });

        var patients = await Patients.Include(p => p.Doctors).ToListAsync();

        Assert.That(patients.Count(static patient => patient.Doctors.Count > 0), Is.EqualTo(many + 3));
    }

    [Test]
    public async Task Load_fills_entities_at_hand_in_one_statement()
    {
        var doctors = await Doctors.ToListAsync();
        using var log = Test.Record();

        await Doctors.LoadAsync(doctors, d => d.Patients, p => p.OrderByDescending(x => x.Pid).Take(1));
        await Doctors.LoadAsync([], d => d.Visits);
        await Appointments.LoadAsync([await Appointments.FirstAsync()], a => a.Doctor);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctors.Select(static doctor => string.Join(',', Names(doctor.Patients))), Is.EqualTo(["Peach", "Zelda", ""]));
            Assert.That(log.Rows, Has.Count.EqualTo(3));
            Assert.That(() => Doctors.LoadAsync([doctors[0], null!], d => d.Patients), Throws.ArgumentException);
            Assert.That(() => Doctors.LoadAsync(null!, d => d.Patients), Throws.ArgumentNullException);
        }
    }

    [Test]
    public async Task Reading_a_relation_that_was_not_included_names_the_include()
    {
        var doctor = await Doctors.FirstAsync();
        var appointment = await Appointments.FirstAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctor.IsLoaded(d => d.Patients), Is.False);
            Assert.That(() => doctor.Patients, Throws.TypeOf<RelationNotLoadedException>().With.Message.Contains("Include(x => x.Patients)"));
            Assert.That(appointment.Doctor, Is.Null);
            Assert.That(() => appointment.Patient, Throws.TypeOf<RelationNotLoadedException>());
            Assert.That((await new TreeRepository(Db).CreateAsync(new())).Children, Is.Null);
            Assert.That((await new TreeRepository(Db).Include(t => t.Children).FirstAsync()).Children, Is.Empty);
        }
    }

    [Test]
    public async Task Belongs_to_and_has_one_are_included_one_object_for_one_row()
    {
        await Doctors.Licence(1).CreateAsync(new() { Number = "007" });

        var appointments = await Appointments.Include(a => a.Doctor, d => d.Include(x => x.Licence)).Include(a => a.Patient).OrderBy(a => a.Id).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(appointments.Select(static appointment => appointment.Doctor!.Name), Is.EqualTo(["Mario", "Mario", "Mario", "Link", "Link"]));
            Assert.That(appointments[0].Doctor, Is.SameAs(appointments[1].Doctor));
            Assert.That(appointments[0].Doctor!.Licence!.Number, Is.EqualTo("007"));
            Assert.That(appointments[3].Doctor!.Licence, Is.Null);
            Assert.That(appointments[3].Doctor!.IsLoaded(d => d.Licence));
            Assert.That(appointments[1].Patient.Name, Is.EqualTo("Luigi"));
        }
    }

    [Test]
    public async Task Settable_relation_properties_are_filled_too()
    {
        var shelves = new ShelfRepository(Db);
        await shelves.CreateAllAsync([new() { Name = "one" }, new() { Name = "two" }]);
        await shelves.Volumes(1).CreateAllAsync([new() { Title = "a" }, new() { Title = "b" }]);
        await shelves.Labels(2).CreateAsync(new() { Text = "new" });

        var all = await shelves.Include(s => s.Volumes, v => v.Include(x => x.Shelf)).Include(s => s.Labels).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all[0].Volumes!.Select(static volume => volume.Title), Is.EqualTo(["a", "b"]));
            Assert.That(all[0].Volumes![0].Shelf!.Name, Is.EqualTo("one"));
            Assert.That(all[1].Volumes, Is.Empty);
            Assert.That(all[1].Labels.Single().Text, Is.EqualTo("new"));
            Assert.That((await shelves.FirstAsync()).Volumes, Is.Null);
        }
    }

    private sealed class CountingResolver : IInclusionResolver<Doctor>
    {
        public List<int> Calls { get; } = [];

        public ValueTask ResolveAsync(IReadOnlyList<Doctor> sources, Session session, CancellationToken cancellationToken)
        {
            Calls.Add(sources.Count);
            return default;
        }
    }
}
