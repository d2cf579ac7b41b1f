using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>What resolvers of the user's own may do, and what becomes of it when they fail.</summary>
public sealed class OwnResolverTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [TestCase(1)]
    [TestCase(200)]
    public async Task L082_084_It_is_called_once_for_a_level_with_all_parents_each_once(int more)
    {
        await Doctors.CreateAllAsync(Enumerable.Range(0, more).Select(static number => new Doctor { Name = $"D{number}" }));
        var calls = new List<int>();
        var doctors = With("licence", (sources, _, _) =>
        {
            Assert.That(sources, Is.Unique);
            calls.Add(sources.Count);
            return default;
        });
        using var log = Test.Record();

        await doctors.Include(d => d.Licence).Include(d => d.Patients, p => p.Include(x => x.Doctors, d => d.Include(y => y.Licence))).ToListAsync();
        var doctor = await doctors.FirstAsync();
        await doctors.LoadAsync([doctor, doctor], d => d.Licence);
        await doctors.Where(d => d.Id == 0).Include(d => d.Licence).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(calls, Is.EqualTo([3 + more, 2, 1]), "not without parents");
            Assert.That(log.Rows, Has.Count.EqualTo(5));
        }
    }

    [Test]
    public async Task L082_It_fills_every_kind_of_relation()
    {
        var luigi = new Patient { Name = "Luigi" };
        var visit = new Link<Patient, Appointment>(luigi, new() { At = Monday });
        var doctors = With("patients", (sources, _, _) => Fill(sources, "patients", [luigi]));
        doctors.InclusionResolvers.Register("visits", new Resolver<Doctor>((sources, _, _) => Fill(sources, "visits", [visit])));
        doctors.InclusionResolvers.Register("licence", new Resolver<Doctor>((sources, _, _) => Fill<Licence>(sources, "licence", [])));
        var appointments = Appointments;
        appointments.InclusionResolvers.Register("patient", new Resolver<Appointment>((sources, _, _) =>
        {
            AppointmentRepository.Definition.Fill(sources[0], "patient", [luigi]);
            return default;
        }));

        var doctor = await doctors.Include(d => d.Patients).Include(d => d.Visits).Include(d => d.Licence).FirstAsync();
        var appointment = await appointments.Include(a => a.Patient).FirstAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctor.Patients, Is.EqualTo([luigi]));
            Assert.That(doctor.Visits, Is.EqualTo([visit]));
            Assert.That(doctor.IsLoaded(d => d.Licence));
            Assert.That(appointment.Patient, Is.SameAs(luigi));
        }
    }

    [Test]
    public async Task L082_Too_many_targets_null_and_those_of_another_type_are_refused_and_leave_the_property()
    {
        var doctor = await Doctors.FirstAsync();
        var definition = DoctorRepository.Definition;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => definition.Fill(doctor, "licence", [new Licence { Number = "1" }, new Licence { Number = "2" }]), Throws.ArgumentException.With.Message.StartsWith("'licence' of Doctor has one target at most, not 2."));
            Assert.That(() => definition.Fill(doctor, "patients", [doctor]), Throws.ArgumentException.With.Message.StartsWith("'patients' of Doctor holds Patient, but item 0 is of another type."));
            Assert.That(() => definition.Fill(doctor, "patients", [null as Patient]), Throws.ArgumentException.With.Message.Contains("item 0 is null"));
            Assert.That(() => definition.Fill(doctor, "visits", [new Patient { Name = "no link" }]), Throws.ArgumentException);
            Assert.That(() => definition.Fill(doctor, "nurses", [doctor]), Throws.ArgumentException.With.Message.StartsWith("Doctor has no relation 'nurses'."));
            Assert.That(() => definition.Fill<Patient>(doctor, "patients", null!), Throws.ArgumentNullException);
            Assert.That(doctor.IsLoaded(d => d.Licence) || doctor.IsLoaded(d => d.Patients) || doctor.IsLoaded(d => d.Visits), Is.False);
        }
    }

    [Test]
    public async Task L082_A_source_that_it_passes_over_stays_unloaded()
    {
        var doctors = With("patients", static (sources, _, _) => Fill<Patient>([sources[1]], "patients", []));

        var all = await doctors.Include(d => d.Patients).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(static doctor => doctor.IsLoaded(d => d.Patients)), Is.EqualTo([false, true, false]));
            Assert.That(() => all[0].Patients, Throws.TypeOf<RelationNotLoadedException>());
            Assert.That(all[1].Patients, Is.Empty);
        }
    }

    [Test]
    public async Task L082_Its_exception_reaches_the_caller_and_the_session_goes_on()
    {
        var doctors = With("patients", static (_, _, _) => throw new TimeoutException("the service is away"));
        await using var transaction = await Db.BeginTransactionAsync();
        await doctors.In(transaction).CreateAsync(new() { Name = "Peach" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await doctors.Include(d => d.Patients).ToListAsync(), Throws.TypeOf<TimeoutException>().With.Message.EqualTo("the service is away"));
            Assert.That(async () => await doctors.In(transaction).Include(d => d.Patients).ToListAsync(), Throws.TypeOf<TimeoutException>());
            Assert.That(await doctors.In(transaction).CountAsync(), Is.EqualTo(4), "the transaction is as it was");
            Assert.That(await Doctors.Include(d => d.Patients).ToListAsync(), Has.Count.EqualTo(3));
        }

        await transaction.CommitAsync();
        Assert.That(await Doctors.CountAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task L082_It_is_cancelled_with_the_query()
    {
        using var source = new CancellationTokenSource();
        var doctors = With("patients", async (_, session, cancel) =>
        {
            await source.CancelAsync();
            Assert.That(cancel.IsCancellationRequested);
            await new PatientRepository(session).ToListAsync(cancel);
        });

        Assert.That(async () => await doctors.Include(d => d.Patients).ToListAsync(source.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await doctors.CountAsync(), Is.EqualTo(3));
    }

    [Test]
    public async Task L082_Its_statements_see_what_the_query_sees_one_after_the_other()
    {
        var doctors = With("patients", async (sources, session, cancel) =>
        {
            var patients = new PatientRepository(session);
            var counts = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => await patients.Include(p => p.Doctors).ToListAsync(cancel)));
            Assert.That(counts.Select(static list => list.Count), Is.All.EqualTo(5));
            await Fill(sources, "patients", counts[0]);
        });
        await using var transaction = await Db.BeginTransactionAsync();
        await Patients.In(transaction).CreateAsync(new() { Name = "Yoshi" });

        Assert.That(Names((await doctors.In(transaction).Include(d => d.Patients).FirstAsync()).Patients), Is.EqualTo(["Luigi", "Peach", "Zelda", "Daisy", "Yoshi"]));
    }

    [Test]
    public async Task L082_Its_session_ends_with_it()
    {
        var kept = default(Session);
        var doctors = With("patients", (_, session, _) =>
        {
            kept = session;
            return default;
        });

        await doctors.Include(d => d.Patients).ToListAsync();

        Assert.That(async () => await new PatientRepository(kept!).ToListAsync(), Throws.InvalidOperationException.With.Message.Contains("inclusion resolver"));
    }

    [Test]
    public void L082_It_knows_no_scope_so_one_is_refused_before_any_statement()
    {
        var doctors = With("patients", static (_, _, _) => default);
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await doctors.Include(d => d.Patients, p => p.Take(1)).ToListAsync(), Throws.TypeOf<InvalidFilterException>().With.Message.Contains("'patients'"));
            Assert.That(async () => await doctors.Include(d => d.Patients, p => p.Include(x => x.Doctors)).ToListAsync(), Throws.TypeOf<InvalidFilterException>());
            Assert.That(async () => await doctors.Include(d => d.Patients, p => p.Where((_, a) => a.Note == "x")).ToListAsync(), Throws.TypeOf<InvalidFilterException>());
            Assert.That(log.All, Is.Empty);
        }
    }

    [TestCase("""{"include":[{"relation":"patients","scope":{"limit":1}},{"relation":"visits","scope":{"nom":1}}]}""", "/include/1/scope/nom")]
    [TestCase("""{"include":["visits",{"scope":{"limit":1},"relation":"patients"}],"order":"nom"}""", "/order", "/include/1/scope")]
    [TestCase("""{"include":[{"relation":"patients","scope":{}}]}""", "/include/0/scope")]
    [TestCase("""{"include":{"relation":"visits","scope":{"include":{"relation":"doctors","scope":{"include":{"relation":"rating","scope":{"limit":1}}}}}}}""", "/include/scope/include/scope/include/scope")]
    public void L082_A_filter_that_gives_it_a_scope_is_told_where(string filter, params string[] paths)
    {
        var doctors = With("patients", static (_, _, _) => default);
        doctors.InclusionResolvers.Register("rating", new Resolver<Doctor>(static (_, _, _) => default));
        using var log = Test.Record();

        var error = Assert.ThrowsAsync<InvalidFilterException>(async () => await doctors.FindAsync(Filter<Doctor>.Parse(filter)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Problems.Select(static problem => problem.Path), Is.EqualTo(paths));
            Assert.That(error.Problems[^1].Message, paths[^1].EndsWith("nom", StringComparison.Ordinal) ? Does.StartWith("unknown") : Does.EndWith("is included by a resolver of its own and takes no scope"));
            Assert.That(log.All, Is.Empty);
        }
    }

    [Test]
    public async Task L082_A_filter_may_give_a_scope_where_the_generated_resolver_works_for_it()
    {
        var filter = Filter<Doctor>.Parse("""{"include":[{"relation":"patients","scope":{"where":{"name":"Peach"}}}]}""");
        var doctors = With("patients", async (sources, session, cancel) =>
        {
            var found = await new DoctorRepository(session).FindAsync(filter, cancel);
            DoctorRepository.Definition.Fill(sources[0], "patients", found[0].Patients);
        });

        Assert.That(Names((await doctors.Include(d => d.Patients).FirstAsync()).Patients), Is.EqualTo(["Peach"]));
    }

    [Test]
    public async Task L083_A_relation_is_included_by_its_name_too()
    {
        using var log = Test.Record();

        var doctors = await Doctors.Include("patients").Include(d => d.Visits, v => v.Include("doctors")).Include("licence").ToListAsync();
        await Doctors.LoadAsync(doctors, "patients");
        var appointments = await Appointments.Include("doctor").ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(doctors[0].Patients), Is.EqualTo(["Luigi", "Peach"]));
            Assert.That(Names(doctors[0].Visits[0].Target.Doctors), Is.Not.Empty);
            Assert.That(appointments[0].Doctor!.Name, Is.EqualTo("Mario"));
            Assert.That(log.Rows, Has.Count.EqualTo(8));
            Assert.That(() => Doctors.Include("patients").Include(d => d.Patients), Throws.TypeOf<InvalidFilterException>());
            Assert.That(() => Doctors.Include("rating").Include("rating"), Throws.TypeOf<InvalidFilterException>());
            Assert.That(() => Doctors.Include(""), Throws.ArgumentException);
            Assert.That(() => Doctors.Include(null!), Throws.ArgumentNullException);
        }
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task A_resolver_that_waits_for_the_transaction_of_its_query_is_told_so(CancellationToken cancellationToken)
    {
        await using var transaction = await Db.BeginTransactionAsync(cancellationToken);
        var doctors = With("rating", async (_, session, cancel) =>
        {
            Assert.That(await Doctors.In(session).CountAsync(cancel), Is.EqualTo(3));
            await Doctors.In(transaction).CountAsync(cancel);
        }).In(transaction);

        Assert.That(async () => await doctors.Include("rating").ToListAsync(cancellationToken), Throws.InvalidOperationException.With.Message.Contains("use the session that it is given"));
        Assert.That(await doctors.CountAsync(cancellationToken), Is.EqualTo(3));
    }

    [Test]
    public async Task L091_A_name_that_nobody_knows_is_found_before_any_statement()
    {
        var loaded = await Doctors.ToListAsync();
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await Doctors.Include("foo").ToListAsync(), Throws.TypeOf<InvalidInclusionException>().With.Message.EqualTo("Invalid \"filter.include\" entries: \"foo\""));
            Assert.That(async () => await Doctors.Include("Patients").ToListAsync(), Throws.TypeOf<InvalidInclusionException>(), "names are exact");
            Assert.That(async () => await Doctors.Include("patients").Include(d => d.Visits, v => v.Include("foo")).ToListAsync(), Throws.TypeOf<InvalidInclusionException>());
            Assert.That(async () => await Doctors.LoadAsync(loaded, "foo"), Throws.TypeOf<InvalidInclusionException>());
            Assert.That(log.All, Is.Empty);
        }
    }

    private static ValueTask Fill<TTarget>(IReadOnlyList<Doctor> sources, string relation, IEnumerable<TTarget> targets)
    {
        foreach (var source in sources)
        {
            DoctorRepository.Definition.Fill(source, relation, targets);
        }

        return default;
    }

    private DoctorRepository With(string relation, Func<IReadOnlyList<Doctor>, Session, CancellationToken, ValueTask> resolve)
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Register(relation, new Resolver<Doctor>(resolve));
        return doctors;
    }

    private sealed class Resolver<TSource>(Func<IReadOnlyList<TSource>, Session, CancellationToken, ValueTask> resolve) : IInclusionResolver<TSource> where TSource : class
    {
        public ValueTask ResolveAsync(IReadOnlyList<TSource> sources, Session session, CancellationToken cancellationToken) => resolve(sources, session, cancellationToken);
    }
}
