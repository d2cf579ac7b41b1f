using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's behaviours of patching and deleting through a relation.</summary>
public sealed class ConstrainedChangingTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public async Task L048_049_Patch_changes_the_linked_targets_and_returns_their_number()
    {
        var links = await Appointments.ToListAsync();

        var patched = await Doctors.Patients(1).PatchAsync(new() { BirthYear = 2000 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(patched, Is.EqualTo(2));
            Assert.That((await Patients.ToListAsync()).Select(static patient => patient.BirthYear), Is.EqualTo([2000, 2000, 1986, 1989]));
            Assert.That(await Doctors.Patients(1).Where(p => p.Pid == 2).PatchAsync(new() { Name = "Weegee" }), Is.EqualTo(1));
            Assert.That((await Appointments.ToListAsync()).Select(static link => (link.Id, link.PatientId, link.At)), Is.EqualTo(links.Select(static link => (link.Id, link.PatientId, link.At))));
        }
    }

    [Test]
    public void L050_A_patch_has_no_property_for_the_key() =>
        Assert.That(typeof(PatientPatch).GetProperty("Pid"), Is.Null);

    [Test]
    public async Task L051_An_empty_patch_is_refused_and_nothing_is_sent()
    {
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await Doctors.Patients(1).PatchAsync(new()), Throws.ArgumentException);
            Assert.That(async () => await Doctors.Patients(1).PatchLinksAsync(new()), Throws.ArgumentException);
            Assert.That(async () => await Doctors.PatchAllAsync(new()), Throws.ArgumentException);
            Assert.That(async () => await Doctors.PatchByIdAsync(1, new()), Throws.ArgumentException);
            Assert.That(async () => await Doctors.Where(d => d.Id == 1).PatchAsync(new()), Throws.ArgumentException);
            Assert.That(async () => await Doctors.Licence(1).PatchAsync(new()), Throws.ArgumentException);
            Assert.That(async () => await Doctors.Patients(1).PatchAsync(null!), Throws.ArgumentNullException);
            Assert.That(log.All, Is.Empty);
        }
    }

    [Test]
    public async Task L054_Delete_removes_the_targets_and_everybodys_links_to_them()
    {
        var deleted = await Doctors.Patients(1).DeleteAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deleted, Is.EqualTo(2));
            Assert.That(Names(await Patients.ToListAsync()), Is.EqualTo(["Zelda", "Daisy"]));
            Assert.That((await Appointments.ToListAsync()).Select(static link => (link.DoctorId, link.PatientId)), Is.EqualTo([(2, 3)]));
            Assert.That(await Doctors.CountAsync(), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task L055_056_057_Delete_with_a_condition_removes_the_targets_that_meet_it_and_everybodys_links_to_them()
    {
        using var log = Test.Record();

        var deleted = await Doctors.Patients(1).Where((p, a) => p.BirthYear > 1980 && a.Note == "again").DeleteAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deleted, Is.EqualTo(1));
            Assert.That(log.Rows, Has.Count.EqualTo(3));
            Assert.That(Names(await Patients.ToListAsync()), Is.EqualTo(["Luigi", "Zelda", "Daisy"]));
            Assert.That((await Appointments.ToListAsync()).Select(static link => (link.DoctorId, link.PatientId)), Is.EqualTo([(1, 1), (2, 3)]));
        }
    }

    [Test]
    public async Task L058_Where_there_are_no_links_everything_counts_zero()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Patients(3).ToListAsync(), Is.Empty);
            Assert.That(await Doctors.Patients(3).PatchAsync(new() { Name = "X" }), Is.Zero);
            Assert.That(await Doctors.Patients(3).PatchLinksAsync(new() { Note = "X" }), Is.Zero);
            Assert.That(await Doctors.Patients(3).DeleteAsync(), Is.Zero);
            Assert.That(await Doctors.Patients(3).UnlinkAsync(1), Is.Zero);
            Assert.That(await Doctors.Patients(3).CountAsync(), Is.Zero);
            Assert.That(await Doctors.Patients(99).CountAsync(), Is.Zero);
        }
    }
}
