using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>What a relation property holds before and after it was included.</summary>
public sealed class LoadedRelationTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

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
            Assert.That(() => Doctors.LoadAsync([doctors[0], null!], d => d.Patients), Throws.ArgumentNullException);
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
#pragma warning disable REL0204 // the rule says what this test proves
            Assert.That(() => doctor.Patients, Throws.TypeOf<RelationNotLoadedException>().With.Message.Contains("Include(x => x.Patients)"));
            Assert.That(appointment.Doctor, Is.Null);
            Assert.That(() => appointment.Patient, Throws.TypeOf<RelationNotLoadedException>());
#pragma warning restore REL0204
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
            Assert.That(all[1].Labels!.Single().Text, Is.EqualTo("new"));
            Assert.That((await shelves.FirstAsync()).Volumes, Is.Null);
        }
    }
}
