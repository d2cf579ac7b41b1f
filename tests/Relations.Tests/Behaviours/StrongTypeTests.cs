using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Columns and keys of strong types: what is stored, compared and joined is the value inside.</summary>
public sealed class StrongTypeTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private SurgeonRepository Surgeons => new(Db);

    private ImplantRepository Implants => new(Db);

    private OperationRepository Operations => new(Db);

    private Surgeon ada = null!;
    private Surgeon ben = null!;

    [SetUp]
    public async Task Seed()
    {
        ada = await Surgeons.CreateAsync(new() { Name = "Ada", Severity = new(Mood.Cross) });
        ben = await Surgeons.CreateAsync(new() { Name = "Ben", MentorId = ada.Id });
        await Implants.CreateAllAsync([new() { Code = new("hip"), Name = "h" }, new() { Code = new("knee"), Name = "k" }, new() { Code = new("it's"), Name = "i" }]);
    }

    [Test]
    public async Task Rows_by_key()
    {
        await Surgeons.PatchByIdAsync(ada.Id, new() { Name = "Ada L.", MentorId = ben.Id });
        await Surgeons.UpdateAsync(new() { Id = ben.Id, Name = "Ben", MentorId = null });
        await Implants.ReplaceByIdAsync(new("hip"), new() { Code = new("hip"), Name = "H" });
        await Implants.SaveAsync(new() { Code = new("toe"), Name = "t" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((ada.Id, ben.Id), Is.EqualTo((new SurgeonId(1), new SurgeonId(2))), "the database makes the key");
            Assert.That((await Surgeons.FindByIdAsync(new(1))).MentorId, Is.EqualTo(new SurgeonId(2)));
            Assert.That((await Surgeons.FindByIdAsync(ben.Id)).MentorId, Is.Null);
            Assert.That((await Surgeons.FindByIdAsync(ada.Id)).Severity, Is.EqualTo(new Severity(Mood.Cross)));
            Assert.That((await Implants.FindByIdAsync(new("hip"))).Name, Is.EqualTo("H"));
            Assert.That(await Implants.ExistsAsync(new("none")), Is.False);
            Assert.That(() => Implants.FindByIdAsync(new("none")), Throws.TypeOf<EntityNotFoundException>());
            Assert.That(() => Implants.ReplaceByIdAsync(new("hip"), new() { Code = new("toe"), Name = "?" }), Throws.TypeOf<ConstraintException>());
            Assert.That(() => Implants.CreateAsync(new() { Code = new("hip"), Name = "?" }), Throws.TypeOf<UniqueViolationException>());
        }

        await Implants.DeleteByIdAsync(new("toe"));
        Assert.That(await Implants.CountAsync(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_key_in_a_message_is_the_value_inside_it()
    {
        var theatre = Guid.Parse("6f9619ff-8b86-d011-b42d-00cf4fc964ff");
        await Surgeons.Locker(ada.Id).CreateAsync(new() { Number = 1 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Surgeons.FindByIdAsync(new(99)), Throws.TypeOf<EntityNotFoundException>().With.Message.EqualTo("Entity not found: Surgeon with id 99"));
            Assert.That(() => Implants.DeleteByIdAsync(new("none")), Throws.TypeOf<EntityNotFoundException>().With.Message.EqualTo("Entity not found: Implant with id none"));
            Assert.That(() => new TheatreRepository(Db).FindByIdAsync(new(theatre)), Throws.TypeOf<EntityNotFoundException>().With.Message.EqualTo($"Entity not found: Theatre with id {theatre}"));
            Assert.That(() => new FingerprintRepository(Db).FindByIdAsync([1, 255]), Throws.TypeOf<EntityNotFoundException>().With.Message.EqualTo("Entity not found: Fingerprint with id Af8="));
            Assert.That(() => Surgeons.Locker(ada.Id).CreateAsync(new() { Number = 2 }), Throws.TypeOf<ConstraintException>().With.Message.EqualTo("Surgeon 1 has its locker already; delete or patch that one."));
        }
    }

    [Test]
    public async Task A_comparison_with_null_is_never_met()
    {
        SurgeonId? none = null;
        Severity? calm = null;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Surgeons.Where(s => s.MentorId > none).CountAsync(), Is.Zero);
            Assert.That(await Surgeons.Where(s => !(s.MentorId > none)).CountAsync(), Is.Zero);
            Assert.That(await Surgeons.Where(s => s.Severity <= calm).CountAsync(), Is.Zero);
            Assert.That(await Surgeons.Where(s => s.Severity == calm).CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Targets_are_ordered_by_a_column_of_their_links_whose_type_has_no_least_value_in_SQL()
    {
        Theatre[] theatres = [.. Enumerable.Range(1, 3).Select(static number => new Theatre { Id = new(new($"{number}0000000-0000-0000-0000-000000000000")), Floor = number })];
        await new TheatreRepository(Db).CreateAllAsync(theatres);
        await Surgeons.Theatres(ada.Id).LinkAllAsync(theatres.Select(static theatre => theatre.Id));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Surgeons.Theatres(ada.Id).OrderBy((_, o) => o.TheatreId).ToListAsync()).Select(static theatre => theatre.Floor), Is.EqualTo([1, 2, 3]));
            Assert.That((await Surgeons.Theatres(ada.Id).OrderByDescending((_, o) => o.TheatreId).ToListAsync()).Select(static theatre => theatre.Floor), Is.EqualTo([3, 2, 1]));
        }
    }

    [Test]
    public async Task Conditions()
    {
        var nobody = (SurgeonId?)null;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Surgeons.Where(s => s.Id == new SurgeonId(2)).SingleAsync()).Name, Is.EqualTo("Ben"));
            Assert.That((await Surgeons.Where(s => s.MentorId == ada.Id).SingleAsync()).Name, Is.EqualTo("Ben"));
            Assert.That((await Surgeons.Where(s => s.MentorId == nobody).SingleAsync()).Name, Is.EqualTo("Ada"));
            Assert.That(await Surgeons.Where(s => s.MentorId.In([ada.Id, ben.Id])).CountAsync(), Is.EqualTo(1));
            Assert.That(await Surgeons.Where(s => s.MentorId.In(ada.Id, null)).CountAsync(), Is.EqualTo(2));
            Assert.That(await Surgeons.Where(s => s.Id.NotIn(ada.Id)).CountAsync(), Is.EqualTo(1));
            Assert.That(await Surgeons.Where(s => s.MentorId == s.Id.AsNullable()).CountAsync(), Is.Zero);
            Assert.That(await Surgeons.Where(s => s.Id.Between(new(2), new(9))).CountAsync(), Is.EqualTo(1));
            Assert.That(await Surgeons.Where(s => s.Severity == new Severity(Mood.Cross)).CountAsync(), Is.EqualTo(1));
            Assert.That((await Implants.Where(i => i.Code.In(new ImplantCode("it's"), new ImplantCode("hip"))).OrderByDescending(i => i.Code).ToListAsync()).Select(static implant => implant.Code.Text), Is.EqualTo(["it's", "hip"]));
            Assert.That(Implants.Where(i => i.Code.In(new ImplantCode("hip"))).ToSql(), Does.Contain("-- 1: ['hip']"));
            Assert.That((await Surgeons.QueryAsync($"""SELECT * FROM "Surgeon" WHERE "Id" = {ada.Id.Value}"""))[0].Name, Is.EqualTo("Ada"));
        }
    }

    [Test]
    public async Task Keys_that_the_client_makes()
    {
        var id = TheatreId.New();
        var relation = Surgeons.Theatres(ada.Id);
        await relation.CreateAsync(new() { Id = id, Floor = 1 }, new() { Used = new("hip") });
        var other = await new TheatreRepository(Db).CreateAsync(new() { Id = TheatreId.New(), Floor = 2 });
        await relation.LinkAllAsync([other.Id, id], new() { Used = new ImplantCode("knee") });
        var found = await Surgeons.Include(s => s.Operations).Include(s => s.Theatres, t => t.Include(x => x.Surgeons)).FindByIdAsync(ada.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Theatres.OrderBy(static theatre => theatre.Floor).Select(static theatre => (theatre.Id, theatre.Surgeons.Single().Name)), Is.EqualTo([(id, "Ada"), (other.Id, "Ada")]));
            Assert.That(found.Operations.Select(static link => (link.Target.Floor, link.Through.Used?.Text)), Is.EquivalentTo([(1, "hip"), (1, "knee"), (2, "knee")]));
            Assert.That((await relation.Where((_, o) => o.Used == new ImplantCode("hip")).SingleAsync()).Id, Is.EqualTo(id));
            Assert.That(await relation.CountAsync(), Is.EqualTo(2));
            Assert.That((await Operations.Include(o => o.Theatre).ToListAsync()).TrueForAll(static operation => operation.Theatre?.Id == operation.TheatreId));
            Assert.That(await Operations.Theatre((await Operations.FirstAsync()).Id).FindAsync(), Is.Not.Null);
            Assert.That(await relation.Where((_, o) => o.Used == new ImplantCode("knee")).PatchLinksAsync(new() { Used = null }), Is.EqualTo(2));
            Assert.That(async () => await relation.PatchLinksAsync(new() { TheatreId = id }), Throws.TypeOf<ConstraintException>());
            Assert.That(await relation.UnlinkAsync(id), Is.EqualTo(2));
            Assert.That(() => relation.LinkAsync(TheatreId.New(), new()), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(await relation.DeleteAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Keys_that_are_texts()
    {
        var relation = Surgeons.Implants(ada);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await relation.LinkAsync(new("hip")), Is.True);
            Assert.That(await relation.LinkAsync(new("hip")), Is.False, "the pair is the key");
            Assert.That(await relation.LinkAllAsync([new("hip"), new("it's"), new("it's")]), Is.EqualTo(1));
            Assert.That(await relation.SetAsync([new("it's"), new("knee"), new("knee")]), Is.EqualTo(new SetResult(1, 1, 1)));
            Assert.That((await relation.ToListAsync()).Select(static implant => implant.Code.Text), Is.EqualTo(["it's", "knee"]));
            Assert.That((await Implants.Include(i => i.Surgeons).ToListAsync()).Select(static implant => implant.Surgeons.Count), Is.EqualTo([0, 1, 1]));
            Assert.That(await Surgeons.Where(s => s.Implants.Any(i => i.Code == new ImplantCode("knee"))).CountAsync(), Is.EqualTo(1));
            Assert.That((await new TrainingRepository(Db).FindByIdAsync((ada.Id, new("knee")))).ImplantCode, Is.EqualTo(new ImplantCode("knee")));
            Assert.That(await relation.Where(i => i.Code == new ImplantCode("knee")).PatchAsync(new() { Name = "K" }), Is.EqualTo(1));
            Assert.That((await relation.FindByIdAsync(new("knee"))).Name, Is.EqualTo("K"));
            Assert.That(await relation.UnlinkAllAsync(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Foreign_keys_that_may_be_null()
    {
        await Surgeons.Pupils(ben.Id).CreateAsync(new() { Name = "Cid" });
        var all = await Surgeons.Include(s => s.Mentor).Include(s => s.Pupils).OrderBy(s => s.Id).ToListAsync();
        await Surgeons.LoadAsync(all, s => s.Pupils, p => p.Include(x => x.Mentor));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(static surgeon => (surgeon.Mentor?.Name, surgeon.Pupils.Count)), Is.EqualTo([(null, 1), ("Ada", 1), ("Ben", 0)]));
            Assert.That(all[1].Pupils[0].Mentor?.Name, Is.EqualTo("Ben"));
            Assert.That(() => Surgeons.Pupils(ben.Id).CreateAsync(new() { Name = "Dan", MentorId = ada.Id }), Throws.TypeOf<ConstraintException>());
            Assert.That((await Surgeons.Pupils(ben.Id).CreateAsync(new() { Name = "Eve", MentorId = ben.Id })).MentorId, Is.EqualTo(ben.Id));
            Assert.That(async () => await Surgeons.Pupils(ben.Id).PatchAsync(new() { MentorId = ada.Id }), Throws.TypeOf<ConstraintException>());
            Assert.That(await Surgeons.Pupils(ben.Id).PatchAsync(new() { MentorId = ben.Id, Name = "N" }), Is.EqualTo(2));
            Assert.That((await Surgeons.Mentor(ben.Id).FindAsync())?.Name, Is.EqualTo("Ada"));
            Assert.That(await Surgeons.Pupils(ben).DeleteAsync(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task A_key_that_is_the_foreign_key()
    {
        var relation = Surgeons.Locker(ada.Id);
        await relation.CreateAsync(new() { Number = 7 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Surgeons.Include(s => s.Locker).ToListAsync()).Select(static surgeon => surgeon.Locker?.Number), Is.EqualTo([7, (int?)null]));
            Assert.That(() => relation.CreateAsync(new() { Number = 8 }), Throws.TypeOf<ConstraintException>());
            Assert.That(await relation.PatchAsync(new() { Number = 9 }), Is.True);
            Assert.That(await relation.DeleteAsync(), Is.True);
        }
    }

    [Test]
    public async Task Keys_that_hold_bytes_are_equal_by_their_content()
    {
        var suspects = new SuspectRepository(Db);
        await suspects.CreateAllAsync([new() { Print = new([1, 2]) }, new() { Print = new([3]) }]);
        await suspects.Traces(new Print([1, 2])).CreateAsync(new() { SuspectPrint = new([1, 2]) });
        await suspects.ReplaceByIdAsync(new([3]), new() { Print = new([3]) });

        Assert.That((await suspects.Include(s => s.Traces).ToListAsync()).Select(static suspect => suspect.Traces.Count), Is.EqualTo([1, 0]));
    }

    [Test]
    public async Task As_many_statements_as_for_plain_keys()
    {
        await Surgeons.Implants(ada.Id).LinkAllAsync([new("hip"), new("knee")]);
        using var log = new StatementLog(Db);
        await Surgeons.Include(s => s.Implants, i => i.Include(x => x.Surgeons)).ToListAsync();
        var included = log.Rows.Count;
        await Surgeons.Implants(ben.Id).LinkAllAsync([new("hip"), new("knee")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(included, Is.EqualTo(3));
            Assert.That(log.Rows, Has.Count.EqualTo(4));
        }
    }
}
