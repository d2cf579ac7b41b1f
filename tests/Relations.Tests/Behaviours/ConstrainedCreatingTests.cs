using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's behaviours of creating through a relation.</summary>
public sealed class ConstrainedCreatingTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public async Task L024_Create_inserts_target_and_link_in_one_transaction_or_one_statement()
    {
        using var log = Test.Record();

        var bowser = await Doctors.Patients(3).CreateAsync(new() { Name = "Bowser", BirthYear = 1950 }, new() { At = Monday, Note = "angry" });

        using (Assert.EnterMultipleScope())
        {
            StatementKind[] kinds = Kind == DatabaseKind.PostgreSql ? [StatementKind.Rows] : [StatementKind.Transaction, StatementKind.Rows, StatementKind.Rows, StatementKind.Transaction];
            Assert.That(log.All.Select(static statement => statement.Kind), Is.EqualTo(kinds));
            var link = (await Doctors.Patients(3).Links().ToListAsync()).Single();
            Assert.That((link.Target.Pid, link.Through.DoctorId, link.Through.PatientId, link.Through.At, link.Through.Note), Is.EqualTo((bowser.Pid, 3, bowser.Pid, Monday, "angry")));
        }
    }

    [Test]
    public async Task Create_all_inserts_targets_and_links_them_in_their_order_all_or_none()
    {
        var patients = Doctors.Patients(3);
        using var log = Test.Record();
        var stored = await patients.CreateAllAsync([new() { Name = "Bowser" }, new() { Pid = 40, Name = "Wario" }, new() { Name = "Toad" }], new() { At = Monday, Note = "together" });
        var statements = log.All.Count(static statement => statement.Kind == StatementKind.Rows);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements, Is.EqualTo(4), "a row each, and all links");
            Assert.That(Names(stored), Is.EqualTo(["Bowser", "Wario", "Toad"]));
            var links = await patients.Links().ToListAsync();
            Assert.That(links.Select(static link => link.Through.PatientId), Is.EquivalentTo(stored.Select(static patient => patient.Pid)));
            Assert.That(links.Select(static link => (link.Through.At, link.Through.Note)), Is.All.EqualTo((Monday, "together")));
            Assert.That(await patients.CreateAllAsync([], new() { At = Monday }), Is.Empty);
            Assert.That(async () => await patients.CreateAllAsync([new() { Name = "Koopa" }, new() { Pid = 40, Name = "again" }], new() { At = Monday }), Throws.TypeOf<UniqueViolationException>());
            Assert.That(async () => await Doctors.Patients(99).CreateAllAsync([new() { Name = "Koopa" }], new() { At = Monday }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(await patients.CountAsync(), Is.EqualTo(3));
            Assert.That(await Patients.Where(static p => p.Name == "Koopa").AnyAsync(), Is.False);
            Assert.That(await new ArticleRepository(Db).Tags((await new ArticleRepository(Db).CreateAsync(new() { Title = "A" })).Id).CreateAllAsync([new() { Name = "x" }, new() { Name = "y" }]), Has.Count.EqualTo(2), "without data");
        }
    }

    [Test]
    public async Task L025_Create_returns_the_target_as_it_was_stored_and_leaves_the_argument()
    {
        var given = new Patient { Name = "Bowser", BirthYear = 1950 };

        var stored = await Doctors.Patients(3).CreateAsync(given, new() { At = Monday });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored, Is.Not.SameAs(given));
            Assert.That((stored.Pid, stored.Name, stored.BirthYear), Is.EqualTo((5, "Bowser", 1950)));
            Assert.That(given.Pid, Is.Zero);
        }
    }

    [Test]
    public void L026_Through_data_has_no_property_for_the_keys() =>
        Assert.That(typeof(DoctorPatientsThroughData).GetProperties().Select(static property => property.Name), Is.EquivalentTo(["At", "Note"]));

    [Test]
    public async Task L027_031_When_the_link_fails_the_target_is_not_there_either()
    {
        var before = await Test.DumpAsync();

        Assert.ThrowsAsync<ForeignKeyViolationException>(async () => await Doctors.Patients(99).CreateAsync(new() { Name = "Nobody's" }, new() { At = Monday }));

        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task L031_A_transaction_covers_target_and_link()
    {
        var before = await Test.DumpAsync();

        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await Doctors.In(transaction).Patients(1).CreateAsync(new() { Name = "Bowser" }, new() { At = Monday });
            Assert.That(await Doctors.In(transaction).Patients(1).CountAsync(), Is.EqualTo(3));
        }

        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task L030_Data_of_a_relation_is_refused_with_LoopBacks_words()
    {
        var shelves = new ShelfRepository(Db);
        var full = new Shelf { Name = "full", Volumes = [new() { Title = "One" }] };
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            var error = Assert.ThrowsAsync<NavigationPropertyException>(async () => await shelves.CreateAsync(full));
            Assert.That(error?.Message, Is.EqualTo("Navigational properties are not allowed in model data (model \"Shelf\" property \"volumes\"), please remove it."));
            Assert.That(async () => await new LabelRepository(Db).CreateAsync(new() { Text = "fine" }), Throws.Nothing);
#pragma warning disable REL0203 // the rule says what this test proves
            Assert.That(async () => await shelves.Volumes(1).CreateAsync(new() { Title = "One", Shelf = full }), Throws.TypeOf<NavigationPropertyException>());
#pragma warning restore REL0203
            Assert.That(log.Rows, Has.Count.EqualTo(1));
        }

        await shelves.CreateAsync(new() { Name = "empty", Volumes = [] });
    }

    [Test]
    public async Task L100_101_Included_partial_relations_are_passed_over_in_update_and_settable_ones_refused()
    {
        var doctor = await Doctors.Include(d => d.Patients).FindByIdAsync(1);
        doctor.Name = "Dr. Mario";
        await Doctors.UpdateAsync(doctor);

        var shelves = new ShelfRepository(Db);
        await shelves.CreateAsync(new() { Name = "s" });
        await shelves.Volumes(1).CreateAsync(new() { Title = "One" });
        var shelf = await shelves.Include(s => s.Volumes).FindByIdAsync(1);
        var before = await Test.DumpAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Doctors.FindByIdAsync(1)).Name, Is.EqualTo("Dr. Mario"));
            Assert.That(() => shelves.UpdateAsync(shelf), Throws.TypeOf<NavigationPropertyException>());
            Assert.That(() => shelves.ReplaceByIdAsync(1, shelf), Throws.TypeOf<NavigationPropertyException>());
            Assert.That(() => shelves.SaveAsync(shelf), Throws.TypeOf<NavigationPropertyException>());
            Assert.That(() => shelves.CreateAllAsync([new() { Name = "t" }, shelf]), Throws.TypeOf<NavigationPropertyException>());
            Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
        }
    }
}
