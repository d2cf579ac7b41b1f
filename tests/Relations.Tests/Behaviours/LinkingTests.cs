using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's behaviours of linking, unlinking and setting links.</summary>
public sealed class LinkingTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public async Task L029_064_Rows_that_do_not_exist_cannot_be_linked()
    {
        var before = await Test.DumpAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await Doctors.Patients(1).LinkAsync(99, new() { At = Monday }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await Doctors.Patients(99).LinkAsync(1, new() { At = Monday }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await Doctors.Patients(1).LinkAllAsync([4, 99], new() { At = Monday }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await Doctors.Patients(1).SetAsync([4, 99], new() { At = Monday }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task L062_Link_adds_one_row_with_its_data()
    {
        using var log = Test.Record();

        var added = await Doctors.Patients(3).LinkAsync(4, new() { At = Monday, Note = "new" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(added);
            Assert.That(log.Rows, Has.Count.EqualTo(1));
            var link = await Appointments.Where(a => a.DoctorId == 3).SingleAsync();
            Assert.That((link.PatientId, link.At, link.Note), Is.EqualTo((4, Monday, "new")));
        }
    }

    [Test]
    public async Task L063_Linking_again_adds_a_row_unless_the_pair_is_unique()
    {
        var articles = new ArticleRepository(Db);
        await articles.CreateAsync(new() { Title = "A" });
        await new TagRepository(Db).CreateAllAsync([new() { Name = "t" }, new() { Name = "u" }]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Patients(1).LinkAsync(1, new() { At = Monday }));
            Assert.That(await Doctors.Patients(1).Links().CountAsync(), Is.EqualTo(4));
            Assert.That(await Doctors.Patients(1).CountAsync(), Is.EqualTo(2));
            Assert.That(await articles.Tags(1).LinkAsync(1, new() { Weight = 1 }));
            Assert.That(await articles.Tags(1).LinkAsync(1, new() { Weight = 2 }), Is.False);
            Assert.That(await articles.Tags(1).LinkAllAsync([1, 2, 2]), Is.EqualTo(1));
            Assert.That((await new ArticleTagRepository(Db).ToListAsync()).Select(static link => (link.TagId, link.Weight)), Is.EqualTo([(1, 1), (2, 7)]));
        }
    }

    [Test]
    public async Task L068_Unlink_removes_every_link_of_the_pair_and_leaves_the_target()
    {
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Patients(1).UnlinkAsync(2), Is.EqualTo(2));
            Assert.That(await Doctors.Patients(1).UnlinkAsync(2), Is.Zero);
            Assert.That(await Doctors.Patients(1).UnlinkAsync(99), Is.Zero);
            Assert.That(log.Rows, Has.Count.EqualTo(3));
            Assert.That(Names(await Doctors.Patients(1).ToListAsync()), Is.EqualTo(["Luigi"]));
            Assert.That(Names(await Doctors.Patients(2).ToListAsync()), Is.EqualTo(["Peach", "Zelda"]));
            Assert.That(await Patients.CountAsync(), Is.EqualTo(4));
        }
    }

    [Test]
    public async Task L069_070_UnlinkAll_is_one_statement_and_zero_where_there_are_none()
    {
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Patients(1).UnlinkAllAsync(), Is.EqualTo(3));
            Assert.That(await Doctors.Patients(1).UnlinkAllAsync(), Is.Zero);
            Assert.That(log.Rows, Has.Count.EqualTo(2));
            Assert.That(await Doctors.Patients(2).CountAsync(), Is.EqualTo(2));
            Assert.That(await Patients.CountAsync(), Is.EqualTo(4));
        }
    }

    [Test]
    public async Task L020_UnlinkAll_takes_conditions_and_pages()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Patients(1).Where((_, a) => a.At > Monday.AddDays(2)).UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That(await Doctors.Patients(1).OrderByDescending((_, a) => a.At).Take(1).UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That((await Appointments.Where(a => a.DoctorId == 1).ToListAsync()).Select(static link => link.Note), Is.EqualTo(["first"]));
        }
    }

    [Test]
    public async Task L020_PatchLinks_changes_the_links_that_match_and_no_target()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Patients(1).Where(p => p.Name == "Peach").PatchLinksAsync(new() { Note = "seen" }), Is.EqualTo(2));
            Assert.That(await Doctors.Patients(1).Where((_, a) => a.Note == "first").PatchLinksAsync(new() { Note = null }), Is.EqualTo(1));
            Assert.That((await Appointments.OrderBy(a => a.Id).ToListAsync()).Select(static link => link.Note), Is.EqualTo(["seen", null, "seen", null, null]));
            Assert.That(() => Doctors.Patients(1).PatchLinksAsync(new() { PatientId = 3 }), Throws.TypeOf<ConstraintException>().With.Message.EqualTo("Property \"patientId\" cannot be changed!"));
            Assert.That(() => Doctors.Patients(1).PatchLinksAsync(new() { DoctorId = 3 }), Throws.TypeOf<ConstraintException>().With.Message.EqualTo("Property \"doctorId\" cannot be changed!"));
        }
    }

    [Test]
    public async Task L020_Set_links_what_is_missing_and_unlinks_what_is_not_wanted()
    {
        var result = await Doctors.Patients(1).SetAsync([2, 3, 4, 3], new() { At = Monday.AddDays(9), Note = "set" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.EqualTo(new SetResult(Added: 2, Removed: 1, Kept: 1)));
            Assert.That((await Appointments.Where(a => a.DoctorId == 1).OrderBy(a => a.PatientId).ThenBy(a => a.Id).ToListAsync()).Select(static link => (link.PatientId, link.Note)), Is.EqualTo([(2, "again"), (2, null), (3, "set"), (4, "set")]));
            Assert.That(await Doctors.Patients(1).SetAsync([], new() { At = Monday }), Is.EqualTo(new SetResult(Added: 0, Removed: 3, Kept: 0)));
            Assert.That(await Doctors.Patients(1).SetAsync([], new() { At = Monday }), Is.EqualTo(new SetResult(Added: 0, Removed: 0, Kept: 0)));
            Assert.That(await Doctors.Patients(2).CountAsync(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task L020_LinkAll_links_many_in_one_statement_and_none_in_none()
    {
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Patients(3).LinkAllAsync([1, 2, 3], new() { At = Monday }), Is.EqualTo(3));
            Assert.That(await Doctors.Patients(3).LinkAllAsync([], new() { At = Monday }), Is.Zero);
            Assert.That(log.Rows, Has.Count.EqualTo(1));
            Assert.That((await Doctors.Patients(3).Links().ToListAsync()).Select(static link => (link.Target.Pid, link.Through.At)), Is.EqualTo([(1, Monday), (2, Monday), (3, Monday)]));
        }
    }

    [Test]
    public async Task A_through_row_without_a_target_is_no_link()
    {
        var sponsorships = new SponsorshipRepository(Db);
        var team = (await new TeamRepository(Db).CreateAsync(new() { Name = "a" })).Id;
        var sponsor = (await new SponsorRepository(Db).CreateAsync(new() { Name = "b" })).Id;
        await sponsorships.CreateAllAsync([new() { TeamId = team }, new() { TeamId = team, SponsorId = sponsor }]);
        var sponsors = new TeamRepository(Db).Sponsors(team);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await sponsors.Links().CountAsync(), Is.EqualTo(1));
            Assert.That(await sponsors.UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That((await sponsorships.SingleAsync()).SponsorId, Is.Null);
        }
    }
}
