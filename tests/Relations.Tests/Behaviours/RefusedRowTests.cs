using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Rows that contradict others are refused with a clear error, and nothing is written.</summary>
public sealed class RefusedRowTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task Rows_that_exist_already_are_refused()
    {
        await Doctors.CreateAsync(new() { Id = 7, Name = "x" });
        var tags = new TagRepository(Db);
        await tags.CreateAsync(new() { Name = "t" });
        var articles = new ArticleRepository(Db);
        await articles.CreateAsync(new() { Title = "A" });
        await articles.Tags(1).LinkAsync(1);
        var before = await Test.DumpAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.CreateAsync(new() { Id = 7, Name = "y" }), Throws.TypeOf<UniqueViolationException>());
            Assert.That(() => tags.CreateAllAsync([new() { Name = "u" }, new() { Name = "t" }]), Throws.TypeOf<UniqueViolationException>());
            Assert.That(() => articles.Tags(1).CreateAsync(new() { Name = "t" }), Throws.TypeOf<UniqueViolationException>());
            Assert.That(() => new ArticleTagRepository(Db).CreateAsync(new() { ArticleId = 1, TagId = 1 }), Throws.TypeOf<UniqueViolationException>());
            Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
        }
    }

    [Test, NotOn(DatabaseKind.Sqlite, "its generated keys are greater than all others")]
    public async Task A_key_that_the_identity_makes_once_more_says_what_to_do()
    {
        const string Advice = "The database makes the keys of 'Doctor', and has made one that exists";
        await Doctors.CreateAsync(new() { Id = 1, Name = "own" });
        await Patients.CreateAsync(new() { Pid = 1, Name = "own" });
        await Appointments.CreateAllAsync([new() { Id = 1, DoctorId = 1, PatientId = 1, At = Monday }, new() { Id = 2, DoctorId = 1, PatientId = 1, At = Monday }, new() { Id = 3, DoctorId = 1, PatientId = 1, At = Monday }]);
        var tags = new TagRepository(Db);
        await tags.CreateAsync(new() { Name = "t" });
        var articles = new ArticleRepository(Db);
        await articles.CreateAsync(new() { Title = "A" });
        await articles.Tags(1).LinkAsync(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.CreateAsync(new() { Name = "next" }), Throws.TypeOf<UniqueViolationException>().With.Message.Contains(Advice).And.Property(nameof(UniqueViolationException.ConstraintName)).EqualTo("Doctor_pkey"));
            Assert.That(() => Doctors.Patients(1).CreateAsync(new() { Name = "next" }, new() { At = Monday }), Throws.TypeOf<UniqueViolationException>().With.Message.Contains("makes the keys of 'Patient'"));
            Assert.That(() => Doctors.Patients(1).CreateAsync(new() { Name = "next" }, new() { At = Monday }), Throws.TypeOf<UniqueViolationException>().With.Message.Contains("makes the keys of 'Appointment'"));
            Assert.That(async () => await Doctors.Patients(1).LinkAsync(1, new() { At = Monday }), Throws.TypeOf<UniqueViolationException>().With.Message.Contains("makes the keys of 'Appointment'"));
            Assert.That(async () => await Doctors.Patients(1).LinkAllAsync([1, 2], new() { At = Monday }), Throws.TypeOf<UniqueViolationException>().With.Message.Contains("makes the keys of 'Appointment'"));
            Assert.That(() => Doctors.CreateAsync(new() { Id = 1, Name = "own" }), Throws.TypeOf<UniqueViolationException>().With.Message.Not.Contains("makes the keys"), "it brings its key");
            Assert.That(() => tags.CreateAsync(new() { Name = "t" }), Throws.TypeOf<UniqueViolationException>().With.Message.Not.Contains("makes the keys"), "its name is there");
            Assert.That(() => new ArticleTagRepository(Db).CreateAsync(new() { ArticleId = 1, TagId = 1 }), Throws.TypeOf<UniqueViolationException>().With.Message.Not.Contains("makes the keys"), "its key is its links'");
        }
    }

    [Test]
    public async Task Rows_that_others_refer_to_cannot_be_deleted()
    {
        await SeedClinicAsync();
        var before = await Test.DumpAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.DeleteByIdAsync(1), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(() => Patients.DeleteAllAsync(), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(() => Appointments.CreateAsync(new() { DoctorId = 9, PatientId = 1, At = Monday }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(() => Appointments.PatchByIdAsync(1, new() { DoctorId = 9 }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await Test.DumpAsync(), Is.EqualTo(before));
        }
    }

    [Test]
    public void Rows_that_are_not_there_are_named()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.FindByIdAsync(9), Throws.TypeOf<EntityNotFoundException>().With.Message.EqualTo("Entity not found: Doctor with id 9"));
            Assert.That(() => Doctors.UpdateAsync(new() { Id = 9, Name = "x" }), Throws.TypeOf<EntityNotFoundException>());
            Assert.That(() => Doctors.ReplaceByIdAsync(9, new() { Name = "x" }), Throws.TypeOf<EntityNotFoundException>());
            Assert.That(() => Doctors.PatchByIdAsync(9, new() { Name = "x" }), Throws.TypeOf<EntityNotFoundException>());
            Assert.That(() => Doctors.DeleteByIdAsync(9), Throws.TypeOf<EntityNotFoundException>());
            Assert.That(() => Doctors.FirstAsync(), Throws.TypeOf<EntityNotFoundException>());
            Assert.That(() => Doctors.Where(d => d.Id == 9).SingleAsync(), Throws.TypeOf<EntityNotFoundException>());
        }
    }

    [Test]
    public async Task A_key_cannot_be_changed_by_replacing()
    {
        await SeedClinicAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Patients.ReplaceByIdAsync(1, new() { Pid = 2, Name = "x" }), Throws.TypeOf<ConstraintException>().With.Message.EqualTo("Property \"pid\" cannot be changed!"));
            Assert.That(async () => await Patients.ReplaceByIdAsync(1, new() { Pid = 1, Name = "x" }), Throws.Nothing);
            Assert.That(async () => (await Patients.FindByIdAsync(1)).BirthYear, Is.Zero);
        }
    }

    [Test]
    public async Task A_patch_through_a_relation_cannot_move_a_row_to_another_source_whatever_the_query()
    {
        var customers = new CustomerRepository(Db);
        var parent = await customers.CreateAsync(new() { Name = "parent" });
        var other = await customers.CreateAsync(new() { Name = "other" });
        await customers.Customers(parent).CreateAsync(new() { Name = "child" });
        var children = customers.Customers(parent);
        CustomerPatch patch = new() { ParentId = other.Id };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await children.PatchAsync(patch), Throws.TypeOf<ConstraintException>());
            Assert.That(async () => await children.Where(c => c.Name == "child").PatchAsync(patch), Throws.TypeOf<ConstraintException>());
            Assert.That(async () => await children.OrderBy(c => c.Name).Take(1).PatchAsync(patch), Throws.TypeOf<ConstraintException>());
            Assert.That(await children.CountAsync(), Is.EqualTo(1));
        }
    }
}
