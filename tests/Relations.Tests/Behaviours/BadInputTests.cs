using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Bad input gets a clear error, and nothing is written.</summary>
public sealed class BadInputTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    public static IEnumerable<string> HostileTexts =>
    [
        "", " ", "'", "''", "\"", "`", "\\", "%", "_", "\\%", "%_%", "a'; DROP TABLE \"Doctor\"; --", "\0", "a\0b", "line\nbreak\r\n", "tab\t",
        "é", "e\u0301", "ß", "İ", "日本語", "😀", "👨‍👩‍👧", "\ud83d\ude00\u200d", "?1", "@p1", "{0}", "[a-z]", "*", "a?", "null", "NULL", "0", "1e5", "\u00a0", "\ufeff",
    ];

    [Test]
    public void A_condition_without_a_value_is_refused()
    {
        Assert.That(async () => await Doctors.Where(_ => default).DeleteAsync(), Throws.ArgumentException.With.Message.Contains("Condition.True"));
        Assert.That(() => Doctors.Where(d => default(Querying.Condition) || d.Id == 1), Throws.ArgumentException);
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

    [Test]
    public async Task Nulls_are_refused_before_any_statement()
    {
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new DoctorRepository(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.CreateAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.CreateAllAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.CreateAllAsync([new() { Name = "x" }, null!]), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.UpdateAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.SaveAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.ReplaceByIdAsync(1, null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.PatchByIdAsync(1, null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.PatchAllAsync(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Where(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.OrderBy(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.ThenByDescending(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Include<ThroughScope<PatientProperties, AppointmentProperties>>(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Include(d => d.Patients, _ => null!), Throws.ArgumentException);
            Assert.That(() => Doctors.Fields(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Fields(), Throws.ArgumentException);
            Assert.That(() => Doctors.Fields(d => d.Name, null!), Throws.ArgumentException);
            Assert.That(() => Doctors.Patients((Doctor)null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).CreateAsync(null!, new() { At = Monday }), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).CreateAsync(new() { Name = "x" }, null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).LinkAsync(1, null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).LinkAllAsync(null!, new() { At = Monday }), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).LinkAllAsync([1], null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).SetAsync(null!, new() { At = Monday }), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).SetAsync([1], null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).PatchLinksAsync(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Patients(1).Where((Func<PatientProperties, AppointmentProperties, Condition>)null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Patients(1).OrderBy((Func<PatientProperties, AppointmentProperties, Column>)null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Licence(1).CreateAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await new CustomerRepository(Db).Orders(1).CreateAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await new CustomerRepository(Db).Orders(1).CreateAllAsync([null!]), Throws.ArgumentNullException);
            Assert.That(() => Patients.Where(p => p.Name.StartsWith(null!)), Throws.ArgumentNullException);
            Assert.That(() => Patients.Where(p => p.Name.Like(null!)), Throws.ArgumentNullException);
            Assert.That(() => Patients.Where(p => p.Name.In((IEnumerable<string>)null!)), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Where(d => d.Patients.Any((Func<PatientProperties, Condition>)null!)), Throws.ArgumentNullException);
            Assert.That(() => Doctors.InclusionResolvers.Contains(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.InclusionResolvers.Remove(null!), Throws.ArgumentNullException);
            Assert.That(log.All, Is.Empty);
            Assert.That(await Doctors.CountAsync(), Is.Zero);
        }
    }

    [Test]
    public void Negative_skip_and_take_are_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.Skip(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => Doctors.Take(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => Doctors.Patients(1).Take(int.MinValue), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => Doctors.Include(d => d.Patients, p => p.Skip(-1)), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    [Test]
    public async Task The_greatest_skip_and_take_do_no_harm()
    {
        await SeedClinicAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Skip(int.MaxValue).Take(int.MaxValue).ToListAsync(), Is.Empty);
            Assert.That(await Doctors.Skip(0).Take(int.MaxValue).ToListAsync(), Has.Count.EqualTo(3));
            Assert.That((await Doctors.Include(d => d.Patients, p => p.Skip(1).Take(int.MaxValue)).FindByIdAsync(1)).Patients, Has.Count.EqualTo(1));
            Assert.That((await Doctors.Include(d => d.Patients, p => p.Skip(int.MaxValue).Take(int.MaxValue)).FindByIdAsync(1)).Patients, Is.Empty);
        }
    }

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
    public async Task Single_says_when_there_are_several()
    {
        await SeedClinicAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.SingleAsync(), Throws.InvalidOperationException);
            Assert.That(() => Doctors.Patients(1).SingleOrDefaultAsync(), Throws.InvalidOperationException);
            Assert.That(async () => (await Doctors.Take(1).SingleAsync()).Id, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_column_of_another_query_is_refused()
    {
        await SeedClinicAsync();
        DoctorProperties other = default;
        _ = Doctors.Where(d =>
        {
            other = d;
            return Condition.True;
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Patients.Where(p => p.Name == other.Name).ToListAsync(), Throws.InvalidOperationException.With.Message.Contains("Doctor"));
            Assert.That(() => Patients.Where(p => p.Name == other.Name).ToSql(), Throws.InvalidOperationException);
            Assert.That(() => Patients.OrderBy(_ => other.Name).ToListAsync(), Throws.InvalidOperationException);
            Assert.That(() => Patients.Fields(_ => other.Name), Throws.ArgumentException);
            Assert.That(() => Doctors.Include(_ => other.Patients), Throws.ArgumentException);
            Assert.That(() => Patients.Where(_ => default(PatientProperties).Name == "x"), Throws.ArgumentException);
            Assert.That(() => Doctors.Where(_ => other.Patients.Any()).ToListAsync(), Throws.InvalidOperationException);
            Assert.That(() => Doctors.Where(_ => default(DoctorProperties).Patients.Any()), Throws.InvalidOperationException);
            Assert.That(async () => await Patients.CountAsync(), Is.EqualTo(4));
        }
    }

    /// <summary>PostgreSQL's texts hold no NUL.</summary>
    private bool IsRefused(string text) => Kind == DatabaseKind.PostgreSql && text.Contains('\0', StringComparison.Ordinal);

    [TestCaseSource(nameof(HostileTexts))]
    public async Task Every_text_is_stored_and_found_as_it_is(string text)
    {
        var orders = new OrderRepository(Db);
        if (IsRefused(text))
        {
            Assert.That(() => orders.CreateAsync(new() { Description = text }), Throws.InstanceOf<RelationsException>());
            return;
        }

        var customer = await new CustomerRepository(Db).CreateAsync(new() { Name = text });
        var stored = await orders.CreateAsync(new() { Description = text, Group = text, Select = 1, CustomerId = customer.Id });
        await orders.CreateAsync(new() { Description = "x" + text + "y", Group = null, Select = 2 });
        await orders.CreateAsync(new() { Description = "other", Group = "other", Select = 3 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.Description, Is.EqualTo(text));
            Assert.That(await IdsAsync(o => o.Description == text), Is.EqualTo([1]));
            Assert.That(await IdsAsync(o => o.Description != text), Is.EqualTo([2, 3]));
            Assert.That(await IdsAsync(o => o.Description.In(text, "none")), Is.EqualTo([1]));
            Assert.That(await IdsAsync(o => o.Description.NotIn(text)), Is.EqualTo([2, 3]));
            Assert.That(await IdsAsync(o => o.Group == o.Description), Is.EqualTo([1, 3]));
            Assert.That(await IdsAsync(o => o.Customer.Any(c => c.Name == text)), Is.EqualTo([1]));
            foreach (var ignoreCase in new[] { false, true })
            {
                var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
                string[] all = [text, "x" + text + "y", "other"];
                Assert.That(await IdsAsync(o => o.Description.StartsWith(text, ignoreCase)), Is.EqualTo(Matching(all, one => one.StartsWith(text, comparison))), $"StartsWith {ignoreCase}");
                Assert.That(await IdsAsync(o => o.Description.EndsWith(text, ignoreCase)), Is.EqualTo(Matching(all, one => one.EndsWith(text, comparison))), $"EndsWith {ignoreCase}");
                Assert.That(await IdsAsync(o => o.Description.Contains(text, ignoreCase)), Is.EqualTo(Matching(all, one => one.Contains(text, comparison))), $"Contains {ignoreCase}");
                var literally = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
                Assert.That(await IdsAsync(o => o.Description.Like(literally, ignoreCase)), Is.EqualTo(Matching(all, one => one.Equals(text, comparison))), $"Like {ignoreCase}");
                Assert.That(await IdsAsync(o => o.Description.NotLike(literally, ignoreCase)), Is.EqualTo(Matching(all, one => !one.Equals(text, comparison))), $"NotLike {ignoreCase}");
                Assert.That(await IdsAsync(o => o.Description.Like($"x{literally}%", ignoreCase)), Does.Contain(2), $"Like with a pattern {ignoreCase}");
            }

            Assert.That(await orders.Where(o => o.Group == text).PatchAsync(new() { Group = text + text }), Is.EqualTo(1));
            Assert.That((await orders.FindByIdAsync(1)).Group, Is.EqualTo(text + text));
            Assert.That(await orders.Where(o => o.Description == text).DeleteAsync(), Is.EqualTo(1));
        }

        async Task<List<int>> IdsAsync(Func<OrderProperties, Condition> condition) => [.. (await orders.Where(condition).ToListAsync()).Select(static order => order.Id)];
        static List<int> Matching(string[] all, Func<string, bool> isMatch) => [.. Enumerable.Range(1, all.Length).Where(id => isMatch(all[id - 1]))];
    }

    [TestCaseSource(nameof(HostileTexts))]
    public async Task Every_text_can_be_a_key(string text)
    {
        var author = Guid.NewGuid();
        var authors = new AuthorRepository(Db);
        if (IsRefused(text))
        {
            Assert.That(() => authors.CreateAsync(new() { Id = author, Name = text }), Throws.InstanceOf<RelationsException>());
            return;
        }

        await authors.CreateAsync(new() { Id = author, Name = text });
        await authors.Books(author).CreateAsync(new() { Isbn = text, Title = "hostile" }, new() { Position = 1 });
        await authors.Books(author).CreateAsync(new() { Isbn = "plain", Title = "plain" }, new() { Position = 2 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await new BookRepository(Db).FindByIdAsync(text)).Title, Is.EqualTo("hostile"));
            Assert.That((await authors.Books(author).FindByIdAsync(text)).Isbn, Is.EqualTo(text));
            Assert.That((await new BookRepository(Db).Include(b => b.Authors).Where(b => b.Isbn == text).SingleAsync()).Authors.Single().Id, Is.EqualTo(author));
            Assert.That((await authors.Include(a => a.Books).SingleAsync()).Books, Has.Count.EqualTo(2));
            Assert.That(await authors.Books(author).SetAsync([text, "plain"]), Is.EqualTo(new SetResult(0, 0, 2)));
            Assert.That(await authors.Books(author).UnlinkAsync(text), Is.EqualTo(1));
            Assert.That(await authors.Books(author).LinkAllAsync([text, text]), Is.EqualTo(1));
            Assert.That((await authors.Books(author).Links().ToListAsync()).Select(static link => link.Target.Isbn), Does.Contain(text));
        }
    }

    [Test]
    public async Task A_megabyte_of_text_is_stored_and_found()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789abcde'", 65_536));
        var doctor = await Doctors.CreateAsync(new() { Name = text });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctor.Name, Is.EqualTo(text));
            Assert.That(await Doctors.Where(d => d.Name == text).CountAsync(), Is.EqualTo(1));
            Assert.That(await Doctors.Where(d => d.Name.In(text)).CountAsync(), Is.EqualTo(1));
            Assert.That(await Doctors.Where(d => d.Name.StartsWith(text)).CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_value_out_of_its_columns_range_is_an_error_when_read()
    {
        await new OddityRepository(Db).CreateAsync(new());
        Test.RunUnchecked("""UPDATE "Oddity" SET "Octet" = 256""");

        Assert.That(() => new OddityRepository(Db).ToListAsync(), Throws.InstanceOf<Exception>());
        Test.RunUnchecked("""UPDATE "Oddity" SET "Octet" = 255""");
        Assert.That((await new OddityRepository(Db).SingleAsync()).Octet, Is.EqualTo(255));
    }

    [Test]
    public async Task Values_that_the_database_cannot_store_are_refused()
    {
        const string half = "a\ud800";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.CreateAsync(new() { Name = half }), Throws.InstanceOf<RelationsException>());
            Assert.That(() => Doctors.Where(d => d.Name == half).CountAsync(), Throws.InstanceOf<RelationsException>());
            Assert.That(() => Doctors.Where(d => d.Name.In(half)).CountAsync(), Throws.InstanceOf<RelationsException>());
            Assert.That(() => Doctors.Where(d => d.Name.StartsWith(half)).CountAsync(), Throws.InstanceOf<RelationsException>());
            Assert.That(() => Doctors.Where(d => d.Name.Like(half)).CountAsync(), Throws.InstanceOf<RelationsException>());
            Assert.That(await Doctors.CountAsync(), Is.Zero);
        }
    }

    [Test]
    public async Task What_is_not_a_number_is_stored_by_PostgreSQL_and_refused_by_SQLite()
    {
        var samples = new SampleRepository(Db);
        if (Kind == DatabaseKind.Sqlite)
        {
            Assert.That(() => samples.CreateAsync(new() { Ratio = double.NaN }), Throws.InstanceOf<RelationsException>());
            Assert.That(await samples.CountAsync(), Is.Zero);
            return;
        }

        await samples.CreateAsync(new() { Ratio = double.NaN });
        Assert.That((await samples.SingleAsync()).Ratio, Is.NaN);
    }

    [Test]
    public async Task Words_of_sql_can_be_identifiers()
    {
        var customers = new CustomerRepository(Db);
        await customers.CreateAsync(new() { Name = "c" });
        await customers.Orders(1).CreateAllAsync([new() { Description = "a", Group = "g", Select = 2 }, new() { Description = "b", Group = "h", Select = 1 }]);

        var orders = await new OrderRepository(Db).Where(o => o.Group.In("g", "h") && o.Select > 0).OrderBy(o => o.Select).ThenBy(o => o.Group).Include(o => o.Customer, c => c.Include(x => x.Orders, o => o.OrderBy(y => y.Select).Take(1))).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(orders.Select(static order => order.Description), Is.EqualTo(["b", "a"]));
            Assert.That(orders[0].Customer!.Orders.Single().Description, Is.EqualTo("b"));
            Assert.That(await new OrderRepository(Db).Where(o => o.Select == 1).PatchAsync(new() { Group = "x", Select = 5 }), Is.EqualTo(1));
            Assert.That(await customers.Where(c => c.Orders.Count(o => o.Select == 5 && o.Group == "x") == 1).CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Conditions_may_be_deep()
    {
        await SeedClinicAsync();
        var condition = Patients.Where(p =>
        {
            var any = Condition.False;
            for (var id = 0; id < 400; id++)
            {
                any |= p.Pid == id;
            }

            return any;
        });

        Assert.That(await condition.CountAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task A_statement_of_the_users_own_that_fails_says_so_as_the_library_does()
    {
        await SeedClinicAsync();
        var hostile = "1'; DROP TABLE \"Licence\"; --";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Db.ExecuteAsync($"NONSENSE"), Throws.InstanceOf<RelationsException>().With.InnerException.Not.Null);
            Assert.That(() => Doctors.QueryAsync($"SELECT \"Id\" FROM \"Doctor\""), Throws.InstanceOf<RelationsException>().With.Message.Contains("'Name'"));
            Assert.That(() => Db.ExecuteAsync(default), Throws.InvalidOperationException);
            Assert.That(async () => await Db.ExecuteAsync($"UPDATE \"Doctor\" SET \"Name\" = {hostile} WHERE \"Id\" = {1}"), Is.EqualTo(1));
            Assert.That(async () => (await Doctors.FindByIdAsync(1)).Name, Is.EqualTo(hostile));
            Assert.That(async () => await Db.QueryAsync($"SELECT \"Name\" FROM \"Doctor\" WHERE \"Name\" = {hostile}", static reader => reader.GetString(0)), Is.EqualTo([hostile]));
            Assert.That(async () => (await Doctors.QueryAsync($"SELECT \"Name\", \"Id\", 5 AS \"Other\" FROM \"Doctor\" WHERE \"Id\" > {1} ORDER BY \"Id\"")).Select(static doctor => (doctor.Id, doctor.Name)), Is.EqualTo([(2, "Link"), (3, "Toad")]));
            Assert.That(() => Db.QueryAsync<int>($"SELECT 1", null!), Throws.ArgumentNullException);
        }
    }
}
