using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's behaviours of inclusion: in how many statements, and what is in the lists.</summary>
public sealed class InclusionTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

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

    [Test]
    public async Task A_page_has_the_relations_that_its_rows_have_among_all([Range(0, 4)] int skip, [Range(0, 4)] int take)
    {
        var doctors = await Doctors.Include(d => d.Patients).ToListAsync();
        var appointments = await Appointments.Include(a => a.Doctor).Include(a => a.Patient).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (await Doctors.Skip(skip).Take(take).Include(d => d.Patients).ToListAsync()).Select(static doctor => (doctor.Id, string.Join(", ", Names(doctor.Patients)))),
                Is.EqualTo(doctors.Skip(skip).Take(take).Select(static doctor => (doctor.Id, string.Join(", ", Names(doctor.Patients))))));
            Assert.That(
                (await Appointments.Skip(skip).Take(take).Include(a => a.Doctor).Include(a => a.Patient).ToListAsync()).Select(static visit => (visit.Id, visit.Doctor!.Name, visit.Patient!.Name)),
                Is.EqualTo(appointments.Skip(skip).Take(take).Select(static visit => (visit.Id, visit.Doctor!.Name, visit.Patient!.Name))));
        }
    }

    [Test]
    public void An_inclusion_that_cannot_be_is_an_error_of_the_task()
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Remove("patients");

        var listing = doctors.Include(d => d.Patients).ToListAsync();
        var finding = doctors.Include(d => d.Patients).FindByIdAsync(1);

        Assert.That(async () => await listing, Throws.TypeOf<InvalidInclusionException>());
        Assert.That(async () => await finding, Throws.TypeOf<InvalidInclusionException>());
    }

    [Test]
    public async Task L096_A_relation_without_a_single_key_does_not_keep_others_from_theirs()
    {
        var customers = new CustomerRepository(Db);
        var customer = await customers.CreateAsync(new() { Name = "Mario" });
        await customers.Orders(customer.Id).CreateAsync(new() { Description = "mushrooms" });

        var found = (await customers.Include(c => c.Parent).Include(c => c.Orders).Include(c => c.CartItems).ToListAsync()).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Parent, Is.Null);
            Assert.That(found.Orders.Select(static order => order.Description), Is.EqualTo(["mushrooms"]));
            Assert.That(found.CartItems, Is.Empty);
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
    public async Task L099_There_is_no_limit_to_the_number_of_parents()
    {
        const int many = 70_000;
        await Patients.CreateAllAsync(Enumerable.Range(5, many).Select(static _ => new Patient { Name = "x" }));
        await Db.ExecuteAsync($"ANALYZE"); // else PostgreSQL may look a patient up as it did when there were none, row by row
        await Doctors.Patients(3).LinkAllAsync(Enumerable.Range(5, many), new() { At = Monday });

        var patients = await Patients.Include(p => p.Doctors).ToListAsync();

        Assert.That(patients.Count(static patient => patient.Doctors.Count > 0), Is.EqualTo(many + 3));
    }
}
