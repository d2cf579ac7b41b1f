using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's behaviours of creating, changing, linking and deleting through a relation.</summary>
public sealed class ConstrainedWritingTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public async Task L024_Create_inserts_target_and_link_in_one_transaction()
    {
        using var log = Test.Record();

        var bowser = await Doctors.Patients(3).CreateAsync(new() { Name = "Bowser", BirthYear = 1950 }, new() { At = Monday, Note = "angry" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.Rows, Has.Count.EqualTo(2));
            Assert.That(log.All.Select(static statement => statement.Kind), Is.EqualTo([StatementKind.Transaction, StatementKind.Rows, StatementKind.Rows, StatementKind.Transaction]));
            var link = (await Doctors.Patients(3).Links().ToListAsync()).Single();
            Assert.That((link.Target.Pid, link.Through.DoctorId, link.Through.PatientId, link.Through.At, link.Through.Note), Is.EqualTo((bowser.Pid, 3, bowser.Pid, Monday, "angry")));
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
            Assert.That(async () => await shelves.Volumes(1).CreateAsync(new() { Title = "One", Shelf = full }), Throws.TypeOf<NavigationPropertyException>());
            Assert.That(log.Rows, Has.Count.EqualTo(1));
        }

        await shelves.CreateAsync(new() { Name = "empty", Volumes = [] });
    }

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
    public async Task L104_A_self_through_works_in_both_directions_and_a_row_may_link_to_itself()
    {
        var users = new UserRepository(Db);
        await users.CreateAllAsync([new() { Name = "a" }, new() { Name = "b" }, new() { Name = "c" }]);
        await users.Users(1).LinkAllAsync([1, 2]);
        await users.Users(2).LinkAllAsync([3]);
        await users.Followers(1).LinkAsync(3, new() { Description = "back" });

        var a = await users.Include(u => u.Users, u => u.Include(x => x.Users, y => y.Include(z => z.Followers))).Include(u => u.Followers).FindByIdAsync(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(a.Users.Select(static user => user.Name), Is.EqualTo(["a", "b"]));
            Assert.That(a.Followers.Select(static user => user.Name), Is.EqualTo(["a", "c"]));
            Assert.That(a.Users[1].Users.Single().Followers.Select(static user => user.Name), Is.EqualTo(["b"]));
            Assert.That((await users.Users(3).ToListAsync()).Select(static user => user.Id), Is.EqualTo([1]));
            Assert.That((await users.Followers(3).ToListAsync()).Select(static user => user.Id), Is.EqualTo([2]));
            Assert.That(await users.Users(1).UnlinkAsync(1), Is.EqualTo(1));
            Assert.That(await users.Followers(1).CountAsync(), Is.EqualTo(1));
            Assert.That((await users.Where(u => u.Users.Any(v => v.Name == "a")).ToListAsync()).Select(static user => user.Name), Is.EqualTo(["c"]));
        }
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

    [Test]
    public async Task L008_009_010_Keys_that_are_not_primary_work_everywhere()
    {
        var students = new StudentRepository(Db);
        var courses = new CourseRepository(Db);
        await students.CreateAllAsync([new() { Number = 700, Name = "Ann" }, new() { Number = 800, Name = "Ben" }]);
        await courses.CreateAllAsync([new() { Code = "math", Title = "Mathematics" }, new() { Code = "art", Title = "Art" }]);

        var music = await students.Courses(700).CreateAsync(new() { Code = "music", Title = "Music" }, new() { Grade = 2 });
        await students.Courses(700).LinkAsync("art");
        await students.Courses(800).LinkAllAsync(["art", "math"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await new EnrolmentRepository(Db).ToListAsync()).Select(static link => (link.StudentNumber, link.CourseCode, link.Grade)), Is.EqualTo([(700, "music", 2), (700, "art", (int?)null), (800, "art", null), (800, "math", null)]));
            Assert.That((await students.Courses(700).ToListAsync()).Select(static course => course.Title), Is.EqualTo(["Art", "Music"]));
            Assert.That((await students.Courses(700).FindByIdAsync(music.Id)).Title, Is.EqualTo("Music"));
            Assert.That(await students.Courses(700).ExistsAsync(1), Is.False);
            var all = await students.Include(s => s.Courses, c => c.OrderByDescending(x => x.Title)).ToListAsync();
            Assert.That(all.Select(static student => string.Join(',', student.Courses.Select(static course => course.Title))), Is.EqualTo(["Music,Art", "Mathematics,Art"]));
            Assert.That(all[0].Courses[1], Is.SameAs(all[1].Courses[1]));
            Assert.That((await students.Where(s => s.Courses.Any(c => c.Code == "math")).ToListAsync()).Select(static student => student.Name), Is.EqualTo(["Ben"]));
            Assert.That(await students.Courses(800).SetAsync(["math", "music"]), Is.EqualTo(new SetResult(1, 1, 1)));
            Assert.That(await students.Courses(800).UnlinkAsync("music"), Is.EqualTo(1));
            Assert.That(await students.Courses(800).PatchAsync(new() { Title = "Maths" }), Is.EqualTo(1));
            Assert.That(await students.Courses(700).DeleteAsync(), Is.EqualTo(2));
            Assert.That((await courses.ToListAsync()).Select(static course => course.Title), Is.EqualTo(["Maths"]));
            Assert.That(await new EnrolmentRepository(Db).CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task L008_A_target_without_the_key_cannot_be_linked()
    {
        var students = new StudentRepository(Db);
        await students.CreateAsync(new() { Number = 700, Name = "Ann" });
        var before = await Test.DumpAsync();

        Assert.ThrowsAsync<ConstraintException>(async () => await students.Courses(700).CreateAsync(new() { Title = "Nameless" }));
        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task L018_A_through_model_whose_key_is_the_pair_works()
    {
        var authors = new AuthorRepository(Db);
        var books = new BookRepository(Db);
        var ann = await authors.CreateAsync(new() { Id = Guid.NewGuid(), Name = "Ann" });
        var ben = await authors.CreateAsync(new() { Id = Guid.NewGuid(), Name = "Ben" });
        await authors.Books(ann.Id).CreateAsync(new() { Isbn = "1", Title = "One" }, new() { Position = 1 });
        await books.CreateAsync(new() { Isbn = "2", Title = "Two" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await authors.Books(ann.Id).LinkAsync("2", new() { Position = 2 }));
            Assert.That(await authors.Books(ann.Id).LinkAsync("2", new() { Position = 3 }), Is.False);
            Assert.That(await authors.Books(ben.Id).LinkAllAsync(["1", "2", "1"]), Is.EqualTo(2));
            Assert.That((await authors.Books(ann.Id).Links().ToListAsync()).Select(static link => (link.Target.Isbn, link.Through.Position)), Is.EqualTo([("1", 1), ("2", 2)]));
            Assert.That((await books.Include(b => b.Authors, a => a.OrderBy(x => x.Name)).FindByIdAsync("1")).Authors.Select(static author => author.Name), Is.EqualTo(["Ann", "Ben"]));
            Assert.That((await new AuthorshipRepository(Db).FindByIdAsync((ann.Id, "2"))).Position, Is.EqualTo(2));
            Assert.That(await authors.Books(ann.Id).Where((_, link) => link.Position == 2).UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That(await authors.Books(ann.Id).Take(1).UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That(await authors.Books(ben.Id).SetAsync(["2"]), Is.EqualTo(new SetResult(0, 1, 1)));
            Assert.That(await new AuthorshipRepository(Db).CountAsync(), Is.EqualTo(1));
        }
    }
}
