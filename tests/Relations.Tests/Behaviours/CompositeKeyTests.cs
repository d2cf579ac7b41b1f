using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Composite keys as ends of relations.</summary>
public sealed class CompositeKeyTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private static readonly (DepotId Id, Planet Planet) North = (new(Guid.Parse("11111111-1111-1111-1111-111111111111")), Planet.Earth);
    private static readonly (DepotId Id, Planet Planet) South = (new(Guid.Parse("11111111-1111-1111-1111-111111111111")), Planet.Neptune);

    private VoucherRepository Vouchers => new(Db);

    private VoucherLineRepository Lines => new(Db);

    private DepotRepository Depots => new(Db);

    private SquareRepository Squares => new(Db);

    [SetUp]
    public async Task Seed()
    {
        await Vouchers.CreateAllAsync([new() { Number = 1, Code = "1", Customer = "a" }, new() { Number = 1, Code = "it's", Customer = "b" }, new() { Number = 2, Code = "1", Customer = "c" }]);
        await Depots.CreateAllAsync([new() { Id = North.Id, Planet = North.Planet, Name = "north" }, new() { Id = South.Id, Planet = South.Planet, Name = "south" }]);
    }

    [Test]
    public async Task Rows_by_key()
    {
        await Vouchers.PatchByIdAsync((1, "it's"), new() { Customer = "B" });
        await Vouchers.ReplaceByIdAsync((2, "1"), new() { Number = 2, Code = "", Customer = "not given" });
        await Vouchers.ReplaceByIdAsync((2, "1"), new() { Number = 2, Code = "1", Customer = "C" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Vouchers.FindByIdAsync((1, "it's"))).Customer, Is.EqualTo("B"));
            Assert.That((await Vouchers.ToListAsync()).Select(static voucher => (voucher.Number, voucher.Code, voucher.Customer)), Is.EqualTo([(1, "1", "a"), (1, "it's", "B"), (2, "1", "C")]));
            Assert.That(await Vouchers.ExistsAsync((2, "it's")), Is.False);
            Assert.That(() => Vouchers.ReplaceByIdAsync((2, "1"), new() { Number = 2, Code = "2", Customer = "?" }), Throws.TypeOf<ConstraintException>().With.Message.Contain("code"));
            Assert.That((await Depots.FindByIdAsync(South)).Name, Is.EqualTo("south"));
        }

        await Vouchers.DeleteByIdAsync((2, "1"));
        Assert.That(await Vouchers.CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public void A_key_in_a_message_has_each_part_as_the_value_inside_it()
    {
        Assert.That(() => Vouchers.FindByIdAsync((9, "it's")), Throws.TypeOf<EntityNotFoundException>().With.Message.EqualTo("Entity not found: Voucher with id (9, it's)"));
        Assert.That(() => Depots.FindByIdAsync((North.Id, Planet.Mercury)), Throws.TypeOf<EntityNotFoundException>().With.Message.EqualTo($"Entity not found: Depot with id ({North.Id.Value}, Mercury)"));
    }

    [Test]
    public async Task Has_many_and_belongs_to()
    {
        var relation = Vouchers.Lines((1, "it's"));
        await relation.CreateAllAsync([new() { Text = "x" }, new() { Text = "y", VoucherNumber = 1 }, new() { Text = "z", VoucherNumber = 1, VoucherCode = "it's" }]);
        await Vouchers.Lines(await Vouchers.FindByIdAsync((2, "1"))).CreateAsync(new() { Text = "w" });
        var half = await Lines.CreateAsync(new() { Text = "half", VoucherNumber = 1 });
        var all = await Vouchers.Include(o => o.Lines, l => l.Include(x => x.Voucher)).ToListAsync();
        var lines = await Lines.Include(l => l.Voucher, o => o.Include(x => x.Lines)).ToListAsync();
        var loaded = await Vouchers.ToListAsync();
        await Vouchers.LoadAsync(loaded, o => o.Lines, l => l.OrderByDescending(x => x.Text).Take(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(static voucher => string.Concat(voucher.Lines.Select(static line => line.Text))), Is.EqualTo(["", "xyz", "w"]));
            Assert.That(all[1].Lines.Select(static line => line.Voucher!.Customer), Is.All.EqualTo("b"));
            Assert.That(lines.Select(static line => line.Voucher?.Lines.Count), Is.EqualTo([3, 3, 3, 1, (int?)null]));
            Assert.That(loaded.Select(static voucher => string.Concat(voucher.Lines.Select(static line => line.Text))), Is.EqualTo(["", "z", "w"]));
            Assert.That(await relation.CountAsync(), Is.EqualTo(3));
            Assert.That((await relation.Where(l => l.Text == "y").SingleAsync()).VoucherCode, Is.EqualTo("it's"), "the foreign key is filled in");
            Assert.That(await Lines.Voucher(half.Id).FindAsync(), Is.Null, "a part that is null refers to nothing");
            Assert.That((await Lines.Voucher((await relation.FirstAsync()).Id).FindAsync())?.Customer, Is.EqualTo("b"));
            Assert.That(() => relation.CreateAsync(new() { Text = "?", VoucherNumber = 2 }), Throws.TypeOf<ConstraintException>().With.Message.Contain("voucherNumber"));
            Assert.That(() => Vouchers.Lines((9, "9")).CreateAsync(new() { Text = "?" }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(() => relation.PatchAsync(new() { VoucherCode = "1" }), Throws.TypeOf<ConstraintException>().With.Message.Contain("voucherCode"));
            Assert.That(await relation.Where(l => l.Text != "x").PatchAsync(new() { Text = "p", VoucherCode = "it's" }), Is.EqualTo(2));
            Assert.That(await Vouchers.Where(o => o.Lines.Any(l => l.Text == "p")).CountAsync(), Is.EqualTo(1));
            Assert.That(await Vouchers.Where(o => o.Lines.Count() == 3).CountAsync(), Is.EqualTo(1));
            Assert.That(await Vouchers.Where(o => o.Lines.None()).CountAsync(), Is.EqualTo(1));
            Assert.That(await Lines.Where(l => l.Voucher.Any(o => o.Customer == "b")).CountAsync(), Is.EqualTo(3));
            Assert.That(await relation.DeleteAsync(), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Has_one_by_a_named_key()
    {
        await Vouchers.Receipt((2, "1")).CreateAsync(new());
        var stored = await Vouchers.Receipt((2, "1")).FindAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((stored?.Year, stored?.Mark), Is.EqualTo((2, "1")));
            Assert.That((await Vouchers.Include(o => o.Receipt).ToListAsync()).Select(static voucher => voucher.Receipt?.Id), Is.EqualTo([null, null, stored?.Id]));
            Assert.That((await new ReceiptRepository(Db).Include(r => r.Voucher).SingleAsync()).Voucher?.Customer, Is.EqualTo("c"));
            Assert.That(() => Vouchers.Receipt((2, "1")).CreateAsync(new()), Throws.TypeOf<ConstraintException>());
            Assert.That(await Vouchers.Receipt((2, "1")).DeleteAsync(), Is.True);
        }
    }

    [Test]
    public async Task Through_links_with_composite_keys_at_both_ends()
    {
        var relation = Vouchers.Depots((1, "it's"));
        var other = Vouchers.Depots((2, "1"));
        var created = await relation.CreateAsync(new() { Id = new(Guid.NewGuid()), Planet = Planet.Mercury, Name = "new" }, new() { Boxes = 5 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await relation.LinkAsync(North), Is.True);
            Assert.That(await relation.LinkAsync(North), Is.False, "the pair is the key");
            Assert.That(await relation.LinkAllAsync([South, North, South]), Is.EqualTo(1));
            Assert.That(await other.LinkAllAsync([South]), Is.EqualTo(1));
            Assert.That((await relation.Links().ToListAsync()).Select(static link => (link.Target.Name, link.Through.Boxes)), Is.EquivalentTo([("north", 1), ("south", 1), ("new", 5)]));
            Assert.That((await relation.FindByIdAsync(South)).Name, Is.EqualTo("south"));
            Assert.That(await other.ExistsAsync(North), Is.False);
            Assert.That((await relation.Where((_, s) => s.Boxes == 5).SingleAsync()).Name, Is.EqualTo("new"));
            Assert.That(await relation.CountAsync(), Is.EqualTo(3));
            Assert.That(await relation.SetAsync([South, (created.Id, created.Planet)]), Is.EqualTo(new SetResult(0, 1, 2)));
            Assert.That(() => relation.LinkAsync((North.Id, Planet.Mercury)), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await relation.PatchLinksAsync(new() { Boxes = 3 }), Is.EqualTo(2));
        }

        var all = await Vouchers.Include(o => o.Depots, d => d.OrderBy(x => x.Name).Include(x => x.Vouchers)).Include(o => o.Shipments).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(static voucher => string.Join(",", voucher.Depots.Select(static depot => $"{depot.Name}:{depot.Vouchers.Count}"))), Is.EqualTo(["", "new:1,south:2", "south:2"]));
            Assert.That(all[1].Shipments.Select(static link => link.Through.Boxes), Is.EqualTo([3, 3]));
            Assert.That(await Vouchers.Where(o => o.Depots.Any((d, s) => d.Name == "south" && s.Boxes == 3)).CountAsync(), Is.EqualTo(1));
            Assert.That(await relation.Where(d => d.Name == "south").PatchAsync(new() { Name = "SOUTH" }), Is.EqualTo(1));
            Assert.That(await relation.UnlinkAsync(South), Is.EqualTo(1));
            Assert.That(await relation.DeleteAsync(), Is.EqualTo(1));
            Assert.That(await Depots.CountAsync(), Is.EqualTo(2));
            Assert.That(await other.UnlinkAllAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Through_links_from_a_composite_key_to_a_single_one()
    {
        var relation = Vouchers.Stamps((1, "1"));
        var bolt = await relation.CreateAsync(new() { Name = "bolt" });
        await relation.LinkAsync(bolt.Id);
        await Vouchers.Stamps((2, "1")).LinkAsync(bolt.Id);
        var parts = new StampRepository(Db);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await relation.CountAsync(), Is.EqualTo(1), "distinct targets");
            Assert.That(await relation.Links().CountAsync(), Is.EqualTo(2));
            Assert.That((await parts.Include(p => p.Vouchers).SingleAsync()).Vouchers.Select(static voucher => (voucher.Number, voucher.Code)), Is.EqualTo([(1, "1"), (2, "1")]));
            Assert.That(await parts.Vouchers(bolt.Id).CountAsync(), Is.EqualTo(2));
            Assert.That((await parts.Vouchers(bolt.Id).OrderBy((_, link) => link.Id).ToListAsync()).Select(static voucher => voucher.Number), Is.EqualTo([1, 2]));
            Assert.That(await parts.Where(p => p.Vouchers.Count() == 2).CountAsync(), Is.EqualTo(1));
            Assert.That(await parts.Vouchers(bolt.Id).LinkAllAsync([(1, "it's"), (1, "1")]), Is.EqualTo(2));
            Assert.That(await parts.Vouchers(bolt.Id).SetAsync([(1, "it's")]), Is.EqualTo(new SetResult(0, 2, 1)));
            Assert.That(await parts.Vouchers(bolt.Id).UnlinkAsync((1, "it's")), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Self_relations()
    {
        await Squares.CreateAllAsync([new() { Row = 1, Column = 1 }, new() { Row = 1, Column = 2, ParentRow = 1, ParentColumn = 1 }, new() { Row = 2, Column = 1, ParentRow = 1, ParentColumn = 1 }]);
        await Squares.Reachable((1, 1)).LinkAllAsync([(1, 2), (2, 1), (1, 1)]);
        await Squares.Reachable((2, 1)).LinkAsync((1, 2));
        var all = await Squares.Include(s => s.Parent).Include(s => s.Children).Include(s => s.Reachable, r => r.Include(x => x.ReachableFrom)).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(static square => (square.Parent?.Row, square.Children.Count, square.Reachable.Count)), Is.EqualTo([(null, 2, 3), (1, 0, 0), ((int?)1, 0, 1)]));
            Assert.That(all[0].Reachable.Select(static square => square.ReachableFrom.Count), Is.EqualTo([1, 2, 1]));
            Assert.That(await Squares.ReachableFrom((1, 2)).CountAsync(), Is.EqualTo(2));
            Assert.That(await Squares.Children((1, 1)).PatchAsync(new() { ParentRow = 1, ParentColumn = 1 }), Is.EqualTo(2));
            Assert.That(await Squares.Reachable((1, 1)).UnlinkAsync((1, 1)), Is.EqualTo(1));
        }
    }

    [TestCase(1)]
    [TestCase(300)]
    public async Task One_statement_for_each_relation_whatever_the_number_of_keys(int vouchers)
    {
        await Vouchers.CreateAllAsync(Enumerable.Range(10, vouchers).Select(static number => new Voucher { Number = number, Code = $"c{number}", Customer = "x" }));
        foreach (var number in new[] { 10, 10 + vouchers - 1 })
        {
            await Vouchers.Depots((number, $"c{number}")).LinkAllAsync([North, South]);
        }

        using var log = new StatementLog(Db);
        var found = await Vouchers.Where(o => o.Number >= 10).Include(o => o.Depots, d => d.Include(x => x.Vouchers)).Include(o => o.Lines).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.Rows, Has.Count.EqualTo(4));
            Assert.That(found[^1].Depots, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task The_schema_has_composite_foreign_keys_and_indexes()
    {
        var sql = RelationsModel.SchemaSql(Db.Dialect);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sql, Does.Contain("""FOREIGN KEY ("VoucherNumber", "VoucherCode") REFERENCES "Voucher" ("Number", "Code")"""));
            Assert.That(sql, Does.Contain("""FOREIGN KEY ("Year", "Mark") REFERENCES "Voucher" ("Number", "Code")"""));
            Assert.That(sql, Does.Contain("""FOREIGN KEY ("DepotId", "DepotPlanet") REFERENCES "Depot" ("Id", "Planet")"""));
            Assert.That(sql, Does.Contain("""ON "VoucherLine" ("VoucherNumber", "VoucherCode")"""));
            Assert.That(sql, Does.Contain("""ON "Shipment" ("DepotId", "DepotPlanet", "VoucherNumber", "VoucherCode")"""));
            Assert.That(sql, Does.Contain("""PRIMARY KEY ("VoucherNumber", "VoucherCode", "DepotId", "DepotPlanet")"""));
        }

        await RelationsModel.VerifySchemaAsync(Db);
    }
}
