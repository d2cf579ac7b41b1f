using NUnit.Framework.Constraints;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Polymorphic has-many-through: LoopBack's acceptance cases of CRUD, and its behaviours 71 to 80.</summary>
public sealed class PolymorphicTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private int one;
    private int other;

    private CustomerRepository Customers => new(Db);

    private FreeDeliveryRepository FreeDeliveries => new(Db);

    private HalfPriceRepository HalfPrices => new(Db);

    private CustomerPromotionLinkRepository Links => new(Db);

    [SetUp]
    public async Task Seed()
    {
        one = (await Customers.CreateAsync(new() { Name = "customer 1" })).Id;
        other = (await Customers.CreateAsync(new() { Name = "customer 2" })).Id;
    }

    [Test]
    public async Task L071_Create_stores_each_target_in_the_table_of_its_own_type_and_names_it_in_the_link()
    {
        var free = await Customers.Promotions(one).CreateAsync(new FreeDelivery { Title = "free", Area = "all" }, new() { Description = "a link" });
        var half = await Customers.Promotions(one).CreateAsync(new HalfPrice { Title = "half", Percent = 50 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(free, Is.TypeOf<FreeDelivery>().With.Property(nameof(FreeDelivery.Area)).EqualTo("all"));
            Assert.That(half, Is.TypeOf<HalfPrice>().With.Property(nameof(HalfPrice.Percent)).EqualTo(50));
            Assert.That(await FreeDeliveries.CountAsync(), Is.EqualTo(1));
            Assert.That(await HalfPrices.CountAsync(), Is.EqualTo(1));
            Assert.That(
                (await Links.ToListAsync()).Select(static link => (link.CustomerId, link.PromotionId, link.PromotionType, link.Description)),
                Is.EqualTo([(one, free.Id, "FreeDelivery", "a link"), (one, half.Id, "half", null)]));
        }
    }

    [Test]
    public async Task Create_all_stores_targets_of_several_types_with_their_links_in_the_order_given()
    {
        var promotions = Customers.Promotions(one);
        using var log = new StatementLog(Db);
        var stored = await promotions.CreateAllAsync([new HalfPrice { Title = "a", Percent = 1 }, new FreeDelivery { Title = "b" }, new HalfPrice { Title = "c", Percent = 3 }], new() { Description = "together" });
        var writes = log.Rows.Count;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.Select(Names), Is.EqualTo(["HalfPrice 1 a", "FreeDelivery 1 b", "HalfPrice 2 c"]));
            Assert.That(writes, Is.LessThanOrEqualTo(3 + 2), "a row each, and one for the links of each type");
            Assert.That(
                (await Links.ToListAsync()).Select(static link => (link.CustomerId, link.PromotionId, link.PromotionType, link.Description)),
                Is.EquivalentTo([(one, 1, "half", "together"), (one, 2, "half", "together"), (one, 1, "FreeDelivery", "together")]));
            Assert.That((await promotions.CreateAllAsync([new FreeDelivery { Title = "d" }])).Single().Id, Is.EqualTo(2), "without data");
            Assert.That(await promotions.CreateAllAsync([]), Is.Empty);
        }
    }

    [Test]
    public async Task Create_all_stores_all_or_nothing()
    {
        var promotions = Customers.Promotions(one);
        using (Assert.EnterMultipleScope())
        {
            using var log = new StatementLog(Db);
            Assert.That(() => promotions.CreateAllAsync([new FreeDelivery { Title = "free" }, new Raffle { Title = "no entity" }]), Throws.TypeOf<InvalidPolymorphismException>());
            Assert.That(() => promotions.CreateAllAsync([new FreeDelivery { Title = "free" }, null!]), Throws.ArgumentNullException);
            Assert.That(() => promotions.CreateAllAsync(null!), Throws.ArgumentNullException);
            Assert.That(() => promotions.CreateAllAsync([], null!), Throws.ArgumentNullException);
            Assert.That(log.Rows, Is.Empty, "nothing was asked of the database");

            Assert.That(async () => await Customers.Promotions(99).CreateAllAsync([new FreeDelivery { Title = "free" }]), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await promotions.CreateAllAsync([new FreeDelivery { Title = "free" }, new HalfPrice { Id = 7, Title = "half" }, new HalfPrice { Id = 7, Title = "again" }]), Throws.TypeOf<UniqueViolationException>());
            Assert.That(await FreeDeliveries.CountAsync() + await HalfPrices.CountAsync() + await Links.CountAsync(), Is.Zero);
        }
    }

    [Test]
    public void L071_A_type_that_the_relation_does_not_lead_to_is_refused_and_nothing_is_written()
    {
        Assert.That(
            async () => await Customers.Promotions(one).CreateAsync(new Raffle { Title = "no entity" }),
            Throws.TypeOf<InvalidPolymorphismException>().With.Message.Contains("Raffle").And.Message.Contains("FreeDelivery, HalfPrice").And.Property("Code").EqualTo("INVALID_POLYMORPHISM"));
        Assert.That(async () => await Links.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task L072_Find_needs_no_type_and_returns_own_targets_of_all_types()
    {
        await SeedSameIdsAsync();

        Assert.That((await Customers.Promotions(one).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 1 free 1", "HalfPrice 1 half 1", "HalfPrice 2 half 2"]));
        Assert.That((await Customers.Promotions(other).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 2 free 2", "HalfPrice 2 half 2"]));
    }

    [Test]
    public async Task L072_Find_takes_one_statement_for_the_links_and_one_for_each_type_that_occurs()
    {
        await SeedSameIdsAsync();
        await Customers.Promotions(other).HalfPrice.UnlinkAllAsync();

        using var log = new StatementLog(Db);
        await Customers.Promotions(one).ToListAsync();
        Assert.That(log.Rows, Has.Count.EqualTo(3));
        await Customers.Promotions(other).ToListAsync();
        Assert.That(log.Rows, Has.Count.EqualTo(3 + 2));
        await Customers.Promotions(99).ToListAsync();
        Assert.That(log.Rows, Has.Count.EqualTo(3 + 2 + 1));
    }

    [Test]
    public async Task L073_One_type_alone_is_a_relation_of_its_own()
    {
        await SeedSameIdsAsync();

        var half = Customers.Promotions(one).HalfPrice;
        var added = await half.CreateAsync(new() { Title = "half 3", Percent = 30 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await half.Where(p => p.Percent == 30).ToListAsync()).Select(Names), Is.EqualTo([$"HalfPrice {added.Id} half 3"]));
            Assert.That(await half.CountAsync(), Is.EqualTo(3));
            Assert.That(await half.FindByIdAsync(added.Id), Has.Property(nameof(HalfPrice.Percent)).EqualTo(30));
            Assert.That(async () => await Customers.Promotions(one).FreeDelivery.FindByIdAsync(2), Throws.TypeOf<EntityNotFoundException>());
            Assert.That(await half.SetAsync([1]), Is.EqualTo(new SetResult(0, 2, 1)));
            Assert.That(await Customers.Promotions(one).FreeDelivery.CountAsync(), Is.EqualTo(1), "links to the other type are not touched");
            Assert.That(await half.LinkAllAsync([2]), Is.EqualTo(1));
            Assert.That(await half.UnlinkAsync(1), Is.EqualTo(1));
            Assert.That((await Customers.Promotions(one).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 1 free 1", "HalfPrice 2 half 2"]));
            Assert.That(await half.DeleteAsync(), Is.EqualTo(1));
            Assert.That((await FreeDeliveries.ToListAsync()).Select(static free => free.Id), Is.EqualTo([1, 2]));
            Assert.That((await Customers.Promotions(other).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 2 free 2"]), "the links of others to what was deleted are gone, and no others");
        }
    }

    [Test]
    public async Task L074_An_unknown_discriminator_is_an_error_that_names_value_and_column()
    {
        await SeedSameIdsAsync();
        Test.RunUnchecked($"""INSERT INTO "CustomerPromotionLink" ("CustomerId", "PromotionId", "PromotionType") VALUES ({one}, 1, 'Lottery')""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await Customers.Include(c => c.Promotions).ToListAsync(), NamesLottery());
            Assert.That(async () => await Customers.Promotions(one).ToListAsync(), NamesLottery());
            Assert.That(async () => await Customers.Promotions(one).Links().ToListAsync(), NamesLottery());
            Assert.That(await Customers.Promotions(one).CountAsync(), Is.EqualTo(3), "what is no target is not counted");
            Assert.That(await Customers.Promotions(one).HalfPrice.CountAsync(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task L074_A_link_without_a_type_or_a_target_is_passed_over()
    {
        await SeedSameIdsAsync();
        await Customers.Promotions(one).HalfPrice.UnlinkAsync(2);
        Test.RunUnchecked("""DELETE FROM "FreeDelivery" WHERE "Id" = 1""");

        Assert.That((await Customers.Promotions(one).ToListAsync()).Select(Names), Is.EqualTo(["HalfPrice 1 half 1"]));
        Assert.That((await Customers.Promotions(one).Take(1).ToListAsync()).Select(Names), Is.EqualTo(["HalfPrice 1 half 1"]), "what is missing takes no place");
    }

    [Test]
    public async Task L075_Limit_and_skip_count_for_a_source_over_all_types()
    {
        await SeedSameIdsAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Customers.Promotions(one).Take(2).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 1 free 1", "HalfPrice 1 half 1"]));
            Assert.That((await Customers.Promotions(one).OrderByDescending(p => p.Title).Skip(1).Take(2).ToListAsync()).Select(Names), Is.EqualTo(["HalfPrice 1 half 1", "FreeDelivery 1 free 1"]));
            var all = await Customers.Include(c => c.Promotions, p => p.OrderByDescending(x => x.Title).Take(1)).ToListAsync();
            Assert.That(all.Select(static customer => customer.Promotions.Select(Names)), Is.EqualTo(new[] { new[] { "HalfPrice 2 half 2" }, ["HalfPrice 2 half 2"] }));
            Assert.That(await Customers.Promotions(one).Take(2).CountAsync(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Conditions_and_orders_name_what_is_shared_what_one_type_has_and_the_link()
    {
        await SeedSameIdsAsync();
        await Customers.Promotions(one).LinkAsync((await HalfPrices.FindByIdAsync(1)), new() { Description = "again" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Customers.Promotions(one).Where(p => p.Worth > 4m).OrderByDescending(p => p.Worth).ToListAsync()).Select(Names), Is.EqualTo(["HalfPrice 2 half 2", "FreeDelivery 1 free 1"]), "numerically, not as text");
            Assert.That((await Customers.Promotions(one).Where(p => p.HalfPrice.Percent >= 50).ToListAsync()).Select(Names), Is.EqualTo(["HalfPrice 1 half 1"]));
            Assert.That((await Customers.Promotions(one).Where(p => p.HalfPrice.Percent >= 50 || p.FreeDelivery.Area == "town").ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 1 free 1", "HalfPrice 1 half 1"]));
            Assert.That((await Customers.Promotions(one).Where((p, link) => link.Description == "again" && p.Title.StartsWith("half")).ToListAsync()).Select(Names), Is.EqualTo(["HalfPrice 1 half 1"]));
            Assert.That(await Customers.Promotions(one).CountAsync(), Is.EqualTo(3));
            Assert.That(await Customers.Promotions(one).Links().CountAsync(), Is.EqualTo(4));
            Assert.That((await Customers.Promotions(one).Where((p, link) => link.Description == "again").FirstAsync()).Title, Is.EqualTo("half 1"));
            Assert.That(await Customers.Promotions(one).Where(p => p.Title == "x").AnyAsync(), Is.False);
            Assert.That(async () => await Customers.Promotions(one).SingleAsync(), Throws.InvalidOperationException);
            Assert.That(async () => await Customers.Promotions(99).FirstAsync(), Throws.TypeOf<EntityNotFoundException>());
        }
    }

    [Test]
    public async Task Customers_are_found_by_their_promotions()
    {
        await SeedSameIdsAsync();
        var third = await Customers.CreateAsync(new() { Name = "customer 3" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids(await Customers.Where(c => c.Promotions.Any(p => p.Title == "free 1")).ToListAsync()), Is.EqualTo([one]));
            Assert.That(Ids(await Customers.Where(c => c.Promotions.Any(p => p.HalfPrice.Percent == 50)).ToListAsync()), Is.EqualTo([one]));
            Assert.That(Ids(await Customers.Where(c => c.Promotions.None()).ToListAsync()), Is.EqualTo([third.Id]));
            Assert.That(Ids(await Customers.Where(c => c.Promotions.All(p => p.Id == 2)).ToListAsync()), Is.EqualTo([other, third.Id]));
            Assert.That(Ids(await Customers.Where(c => c.Promotions.Count() == 3).ToListAsync()), Is.EqualTo([one]), "targets of several types with one key count apart");
            Assert.That(Ids(await Customers.Where(c => c.Promotions.Any((p, link) => p.Title == "half 2" && link.CustomerId == other)).ToListAsync()), Is.EqualTo([other]));
        }
    }

    [Test]
    public async Task Patch_changes_all_types_or_those_that_match_and_counts()
    {
        await SeedSameIdsAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Customers.Promotions(one).Where(p => p.Title == "half 1").PatchAsync(new() { Worth = 7m }), Is.EqualTo(1));
            Assert.That(await Customers.Promotions(one).PatchAsync(new() { Title = "all" }), Is.EqualTo(3));
            Assert.That((await FreeDeliveries.ToListAsync()).Select(static free => free.Title), Is.EqualTo(["all", "free 2"]));
            Assert.That((await HalfPrices.ToListAsync()).Select(static half => (half.Title, half.Worth, half.Percent)), Is.EqualTo([("all", 7m, 50), ("all", 10m, 20)]));
            Assert.That(async () => await Customers.Promotions(one).PatchAsync(new()), Throws.ArgumentException);
            Assert.That(await Customers.Promotions(one).Where((_, link) => link.PromotionType == "half").PatchLinksAsync(new() { Description = "noted" }), Is.EqualTo(2));
            Assert.That((await Links.Where(l => l.Description == "noted").ToListAsync()).Select(static link => link.PromotionType), Is.EqualTo(["half", "half"]));
            Assert.That(async () => await Customers.Promotions(one).PatchLinksAsync(new() { PromotionType = "FreeDelivery" }), Throws.TypeOf<ConstraintException>().With.Message.EqualTo("Property \"promotionType\" cannot be changed!"));
        }
    }

    [Test]
    public async Task L077_Delete_removes_targets_and_everybodys_links_to_them_by_type_and_key()
    {
        await SeedSameIdsAsync();

        Assert.That(await Customers.Promotions(one).Where(p => p.Title == "half 2").DeleteAsync(), Is.EqualTo(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Customers.Promotions(one).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 1 free 1", "HalfPrice 1 half 1"]));
            Assert.That((await Customers.Promotions(other).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 2 free 2"]), "the other type's target with the same key stays, and so does its link");
            Assert.That(await Customers.Promotions(one).Where(p => p.Title == "nothing").DeleteAsync(), Is.Zero);
            Assert.That(await Customers.Promotions(one).DeleteAsync(), Is.EqualTo(2));
            Assert.That(await Links.CountAsync(), Is.EqualTo(1));
            Assert.That(await FreeDeliveries.CountAsync(), Is.EqualTo(1));
            Assert.That(await HalfPrices.CountAsync(), Is.Zero);
        }
    }

    [Test]
    public async Task L077_A_delete_that_fails_half_way_deletes_nothing()
    {
        await SeedSameIdsAsync();
        await new CourierRepository(Db).CreateAsync(new() { FreeDeliveryId = 1, Name = "Toad" });

        Assert.That(async () => await Customers.Promotions(one).DeleteAsync(), Throws.TypeOf<ForeignKeyViolationException>());
        Assert.That((await Customers.Promotions(one).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 1 free 1", "HalfPrice 1 half 1", "HalfPrice 2 half 2"]));
    }

    [Test]
    public async Task L078_Link_and_unlink_go_by_type_and_key()
    {
        await SeedSameIdsAsync();
        var free = await FreeDeliveries.FindByIdAsync(2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Customers.Promotions(one).LinkAsync(free, new() { Description = "linked" }));
            Assert.That(await Customers.Promotions(one).UnlinkAsync(await HalfPrices.FindByIdAsync(2)), Is.EqualTo(1));
            Assert.That((await Customers.Promotions(one).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 1 free 1", "HalfPrice 1 half 1", "FreeDelivery 2 free 2"]));
            Assert.That(await Customers.Promotions(one).UnlinkAsync(await HalfPrices.FindByIdAsync(2)), Is.Zero);
            Assert.That((await Customers.Promotions(other).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 2 free 2", "HalfPrice 2 half 2"]));
            Assert.That(await Customers.Promotions(one).UnlinkAllAsync(), Is.EqualTo(3));
            Assert.That(await FreeDeliveries.CountAsync() + await HalfPrices.CountAsync(), Is.EqualTo(4), "the targets stay");
        }
    }

    [Test]
    public async Task L029_What_does_not_exist_cannot_be_linked()
    {
        await SeedSameIdsAsync();
        var before = await Links.CountAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await Customers.Promotions(one).LinkAsync(new HalfPrice { Id = 99, Title = "gone" }), Throws.TypeOf<ForeignKeyViolationException>().With.Message.Contains("HalfPrice with Id 99"));
            Assert.That(async () => await Customers.Promotions(one).HalfPrice.LinkAsync(99), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await Customers.Promotions(one).HalfPrice.LinkAllAsync([1, 99]), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await Customers.Promotions(one).HalfPrice.SetAsync([99]), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await Customers.Promotions(99).HalfPrice.LinkAsync(1), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await Customers.Promotions(99).CreateAsync(new HalfPrice { Title = "nobody's" }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(await Links.CountAsync(), Is.EqualTo(before));
            Assert.That(await HalfPrices.CountAsync(), Is.EqualTo(2));
            Assert.That(async () => await Customers.Promotions(one).LinkAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Customers.Promotions(one).CreateAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Customers.Promotions(one).UnlinkAsync(null!), Throws.ArgumentNullException);
        }
    }

    [Test]
    public async Task Links_give_each_target_with_its_through_row()
    {
        await SeedSameIdsAsync();
        await Customers.Promotions(one).LinkAsync(await HalfPrices.FindByIdAsync(1), new() { Description = "again" });

        var links = await Customers.Promotions(one).Links().ToListAsync();
        var streamed = new List<string?>();
        await foreach (var (_, link) in Customers.Promotions(one).OrderByDescending((_, l) => l.Id).Links())
        {
            streamed.Add(link.Description);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(links.Select(static link => (Names(link.Target), link.Through.Description)), Is.EqualTo([("FreeDelivery 1 free 1", null), ("HalfPrice 1 half 1", null), ("HalfPrice 1 half 1", "again"), ("HalfPrice 2 half 2", null)]));
            Assert.That(links[1].Target, Is.SameAs(links[2].Target));
            Assert.That(streamed, Is.EqualTo(new[] { "again", null, null, null }));
        }
    }

    [Test]
    public async Task A_link_that_is_its_own_key_is_made_once_for_each_type()
    {
        var winner = await new WinnerRepository(Db).CreateAsync(new() { Number = Guid.NewGuid() });
        var prizes = new WinnerRepository(Db).Prizes(winner.Number);
        var cup = await prizes.CreateAsync(new Cup { Code = "A", Name = "a cup" });
        var medal = await prizes.CreateAsync(new Medal { Code = "A", Name = "a medal" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await prizes.LinkAsync(cup), Is.False, "it is there");
            Assert.That(await prizes.UnlinkAsync(medal), Is.EqualTo(1));
            Assert.That(await prizes.Medal.LinkAsync("A"));
            Assert.That(await prizes.Medal.LinkAsync("A"), Is.False);
            Assert.That((await prizes.OrderBy(p => p.Name).ToListAsync()).Select(static prize => prize.Name), Is.EqualTo(["a cup", "a medal"]));
            Assert.That((await new WinnerRepository(Db).Include(w => w.Prizes).SingleAsync()).Prizes.Select(static prize => prize.Name), Is.EqualTo(["a cup", "a medal"]));
        }
    }

    [Test]
    public async Task Relations_that_name_their_types_in_another_order_tell_them_apart()
    {
        var winners = new WinnerRepository(Db);
        var winner = await winners.CreateAsync(new() { Number = Guid.NewGuid() });
        await winners.Prizes(winner.Number).CreateAsync(new Cup { Code = "A", Name = "cup" });
        await winners.Prizes(winner.Number).CreateAsync(new Medal { Code = "A", Name = "medal" });

        using (Assert.EnterMultipleScope())
        {
            foreach (var prize in new[] { "Cup", "Medal" })
            {
                var name = prize.ToLowerInvariant();
                Assert.That((await winners.Prizes(winner.Number).Where(p => prize == "Cup" ? p.Cup.Code == "A" : p.Medal.Code == "A").SingleAsync()).Name, Is.EqualTo(name));
                Assert.That((await winners.Honours(winner.Number).Where(p => prize == "Cup" ? p.Cup.Code == "A" : p.Medal.Code == "A").SingleAsync()).Name, Is.EqualTo(name));
            }

            Assert.That((await winners.Honours(winner.Number).Cup.SingleAsync()).Name, Is.EqualTo("cup"));
            Assert.That((await winners.Honours(winner.Number).Medal.SingleAsync()).Name, Is.EqualTo("medal"));
            Assert.That((await winners.Include(static w => w.Honours, static h => h.Where(static p => p.Medal.Code == "A")).SingleAsync()).Honours.Select(static prize => prize.Name), Is.EqualTo(["medal"]));
            Assert.That(await winners.Honours(winner.Number).Where(static p => p.Cup.Code == "A").UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That((await winners.Prizes(winner.Number).SingleAsync()).Name, Is.EqualTo("medal"));
        }
    }

    /// <summary>Targets of both types with the same keys: free 1 and half 1 of customer 1, free 2 of customer 2, half 2 of both.</summary>
    [Test]
    public async Task Link_all_links_targets_of_several_types_in_a_statement_for_each()
    {
        await SeedSameIdsAsync();
        var free = await FreeDeliveries.FindByIdAsync(1);
        List<Promotion> halves = [.. await HalfPrices.ToListAsync()];
        await Customers.Promotions(other).UnlinkAllAsync();

        using var log = new StatementLog(Db);
        var linked = await Customers.Promotions(other).LinkAllAsync([halves[1], free, halves[0]], new() { Description = "together" });
        var statements = log.Rows.Count;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(linked, Is.EqualTo(3));
            Assert.That(statements, Is.EqualTo(2 * 2), "for each type, whether the targets are there, and their links");
            Assert.That((await Customers.Promotions(other).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 1 free 1", "HalfPrice 1 half 1", "HalfPrice 2 half 2"]));
            Assert.That((await Customers.Promotions(other).Links().ToListAsync()).Select(static link => link.Through.Description), Is.All.EqualTo("together"));
            Assert.That(await Customers.Promotions(other).LinkAllAsync([free]), Is.EqualTo(1), "without data; no pair is unique here");
            Assert.That(await Customers.Promotions(other).LinkAllAsync([]), Is.Zero);
        }
    }

    [Test]
    public async Task Link_all_links_all_or_none()
    {
        await SeedSameIdsAsync();
        var free = await FreeDeliveries.FindByIdAsync(1);
        var links = await Links.CountAsync();
        var promotions = Customers.Promotions(other);
        using (Assert.EnterMultipleScope())
        {
            using var log = new StatementLog(Db);
            Assert.That(() => promotions.LinkAllAsync([free, new Raffle { Title = "no entity" }]), Throws.TypeOf<InvalidPolymorphismException>());
            Assert.That(() => promotions.LinkAllAsync([free, null!]), Throws.ArgumentNullException);
            Assert.That(() => promotions.LinkAllAsync(null!), Throws.ArgumentNullException);
            Assert.That(() => promotions.LinkAllAsync([], null!), Throws.ArgumentNullException);
            Assert.That(log.Rows, Is.Empty, "nothing was asked of the database");

            Assert.That(async () => await promotions.LinkAllAsync([free, new HalfPrice { Id = 99, Title = "gone" }]), Throws.TypeOf<ForeignKeyViolationException>().With.Message.Contains("HalfPrice with Id 99"));
            Assert.That(async () => await Customers.Promotions(99).LinkAllAsync([free]), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(await Links.CountAsync(), Is.EqualTo(links));
        }
    }

    [Test]
    public async Task Set_makes_targets_of_several_types_the_only_ones()
    {
        await SeedSameIdsAsync();
        var kept = await HalfPrices.FindByIdAsync(1);
        var added = await FreeDeliveries.FindByIdAsync(2);
        await Customers.Promotions(one).HalfPrice.Where(p => p.Id == 1).PatchLinksAsync(new() { Description = "as before" });

        var change = await Customers.Promotions(one).SetAsync([kept, added, kept], new() { Description = "new" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(change, Is.EqualTo(new SetResult(Added: 1, Removed: 2, Kept: 1)));
            Assert.That((await Customers.Promotions(one).ToListAsync()).Select(Names), Is.EqualTo(["HalfPrice 1 half 1", "FreeDelivery 2 free 2"]));
            Assert.That((await Customers.Promotions(one).Links().ToListAsync()).Select(static link => link.Through.Description), Is.EqualTo(["as before", "new"]));
            Assert.That((await Customers.Promotions(other).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 2 free 2", "HalfPrice 2 half 2"]), "another source's stay");

            Assert.That(await Customers.Promotions(one).SetAsync([]), Is.EqualTo(new SetResult(Added: 0, Removed: 2, Kept: 0)));
            Assert.That(await Customers.Promotions(one).AnyAsync(), Is.False);
            Assert.That(await FreeDeliveries.CountAsync() + await HalfPrices.CountAsync(), Is.EqualTo(4), "targets stay");
        }
    }

    [Test]
    public async Task Set_changes_all_or_nothing()
    {
        await SeedSameIdsAsync();
        var free = await FreeDeliveries.FindByIdAsync(2);
        var before = await Links.ToListAsync();
        var promotions = Customers.Promotions(one);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => promotions.SetAsync([free, new Raffle { Title = "no entity" }]), Throws.TypeOf<InvalidPolymorphismException>());
            Assert.That(() => promotions.SetAsync(null!), Throws.ArgumentNullException);
            Assert.That(() => promotions.SetAsync([], null!), Throws.ArgumentNullException);
            Assert.That(async () => await promotions.SetAsync([free, new HalfPrice { Id = 99, Title = "gone" }]), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That((await Links.ToListAsync()).Select(static link => (link.Id, link.CustomerId, link.PromotionId, link.PromotionType)), Is.EqualTo(before.Select(static link => (link.Id, link.CustomerId, link.PromotionId, link.PromotionType))));
        }
    }

    [Test]
    public async Task Set_leaves_links_that_lead_nowhere_and_removes_those_of_targets_that_are_gone()
    {
        await Customers.Promotions(one).CreateAsync(new FreeDelivery { Title = "free" });
        await Links.CreateAsync(new() { CustomerId = one, PromotionId = 1, PromotionType = "Lottery" });
        await Links.CreateAsync(new() { CustomerId = one, PromotionId = 99, PromotionType = "half" });

        Assert.That(await Customers.Promotions(one).SetAsync([]), Is.EqualTo(new SetResult(Added: 0, Removed: 2, Kept: 0)));
        Assert.That((await Links.ToListAsync()).Select(static link => link.PromotionType), Is.EqualTo(["Lottery"]));
    }

    private async Task SeedSameIdsAsync()
    {
        await Customers.Promotions(one).CreateAsync(new FreeDelivery { Title = "free 1", Area = "town", Worth = 5m });
        await Customers.Promotions(one).CreateAsync(new HalfPrice { Title = "half 1", Percent = 50 });
        await Customers.Promotions(other).CreateAsync(new FreeDelivery { Title = "free 2" });
        var shared = await Customers.Promotions(one).CreateAsync(new HalfPrice { Title = "half 2", Percent = 20, Worth = 10m });
        await Customers.Promotions(other).LinkAsync(shared);
    }

    private static Constraint NamesLottery() => Throws.TypeOf<InvalidPolymorphismException>()
        .With.Message.EqualTo("\"Lottery\" in CustomerPromotionLink.PromotionType names no type of Promotion; the types are \"FreeDelivery\", \"half\".");

    private static string Names(Promotion promotion) => $"{promotion.GetType().Name} {promotion.Id} {promotion.Title}";

    private static IEnumerable<int> Ids(IEnumerable<Customer> customers) => customers.Select(static customer => customer.Id);

    private sealed class Raffle : Promotion;

    [Test]
    public async Task Links_whose_target_was_deleted_otherwise_are_no_links([Values] bool isOfOneType)
    {
        foreach (var title in new[] { "a", "b" })
        {
            await Customers.Promotions(one).CreateAsync(new HalfPrice { Title = title });
        }

        await HalfPrices.DeleteByIdAsync(2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await (isOfOneType ? Customers.Promotions(one).HalfPrice.Links().CountAsync() : Customers.Promotions(one).Links().CountAsync()), Is.EqualTo(1));
            Assert.That(await (isOfOneType ? Customers.Promotions(one).HalfPrice.PatchLinksAsync(new() { Description = "seen" }) : Customers.Promotions(one).PatchLinksAsync(new() { Description = "seen" })), Is.EqualTo(1));
            Assert.That(await (isOfOneType ? Customers.Promotions(one).HalfPrice.UnlinkAllAsync() : Customers.Promotions(one).UnlinkAllAsync()), Is.EqualTo(1));
            var left = await Links.SingleAsync();
            Assert.That((left.PromotionId, left.Description), Is.EqualTo((2, (string?)null)));
        }
    }
}
