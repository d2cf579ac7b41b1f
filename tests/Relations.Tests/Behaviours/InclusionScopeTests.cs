using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's behaviours of an inclusion's scope: what it filters, orders, pages and nests.</summary>
public sealed class InclusionScopeTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

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
}
