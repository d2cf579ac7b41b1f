using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's own acceptance cases, on its own fixtures.</summary>
public sealed class AcceptanceTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private int one;
    private int other;

    private CustomerRepository Customers => new(Db);

    private CartItemRepository CartItems => new(Db);

    private CustomerCartItemLinkRepository Links => new(Db);

    private OrderRepository Orders => new(Db);

    private UserRepository Users => new(Db);

    [SetUp]
    public async Task Seed()
    {
        one = (await Customers.CreateAsync(new() { Name = "customer 1" })).Id;
        other = (await Customers.CreateAsync(new() { Name = "customer 2" })).Id;
    }

    [Test]
    public async Task Through_create_with_through_data_stores_item_and_link()
    {
        var item = await Customers.CartItems(one).CreateAsync(new() { Description = "an item" }, new() { Description = "a link" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await CartItems.ToListAsync()).Select(static stored => (stored.Id, stored.Description)), Is.EqualTo([(item.Id, "an item")]));
            var link = (await Links.ToListAsync()).Single();
            Assert.That((link.CustomerId, link.CartItemId, link.Description), Is.EqualTo((one, item.Id, "a link")));
        }
    }

    [Test]
    public async Task Through_find_returns_own_items_only()
    {
        var item = await Customers.CartItems(one).CreateAsync(new() { Description = "mine" });
        await Customers.CartItems(other).CreateAsync(new() { Description = "not mine" });

        var found = await Customers.CartItems(one).ToListAsync();

        Assert.That(found.Select(static stored => (stored.Id, stored.Description)), Is.EqualTo([(item.Id, "mine")]));
    }

    [Test]
    public async Task Through_patch_changes_all_or_those_that_match_and_counts()
    {
        await Customers.CartItems(one).CreateAsync(new() { Description = "group 1" });
        await Customers.CartItems(one).CreateAsync(new() { Description = "group 1" });
        await Customers.CartItems(one).CreateAsync(new() { Description = "group 2" });
        await Customers.CartItems(other).CreateAsync(new() { Description = "group 1" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Customers.CartItems(one).Where(i => i.Description == "group 1").PatchAsync(new() { Description = "group 3" }), Is.EqualTo(2));
            Assert.That((await CartItems.ToListAsync()).Select(static item => item.Description), Is.EqualTo(["group 3", "group 3", "group 2", "group 1"]));
            Assert.That(await Customers.CartItems(one).PatchAsync(new() { Description = "all" }), Is.EqualTo(3));
            Assert.That((await CartItems.ToListAsync()).Select(static item => item.Description), Is.EqualTo(["all", "all", "all", "group 1"]));
        }
    }

    [Test]
    public async Task Through_delete_removes_items_and_links_of_other_customers_too()
    {
        var item = await Customers.CartItems(one).CreateAsync(new() { Description = "shared" });
        await Customers.CartItems(other).LinkAsync(item.Id);
        await Customers.CartItems(other).CreateAsync(new() { Description = "kept" });

        Assert.That(await Customers.CartItems(one).DeleteAsync(), Is.EqualTo(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await CartItems.ToListAsync()).Select(static stored => stored.Description), Is.EqualTo(["kept"]));
            Assert.That((await Links.ToListAsync()).Select(static link => link.CustomerId), Is.EqualTo([other]));
        }
    }

    [Test]
    public async Task Through_delete_by_a_filter_that_matches_nothing_removes_nothing()
    {
        await Customers.CartItems(one).CreateAsync(new() { Description = "kept" });

        Assert.That(await Customers.CartItems(one).Where(i => i.Description == "none").DeleteAsync(), Is.Zero);
        Assert.That(await Customers.CartItems(one).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Through_link_then_find_and_unlink_leaves_the_item()
    {
        var item = await CartItems.CreateAsync(new() { Description = "lonely" });

        await Customers.CartItems(one).LinkAsync(item.Id, new() { Description = "now linked" });
        Assert.That((await Customers.CartItems(one).ToListAsync()).Single().Id, Is.EqualTo(item.Id));

        await Customers.CartItems(one).UnlinkAsync(item.Id);
        Assert.That(await Customers.CartItems(one).CountAsync(), Is.Zero);
        Assert.That(await CartItems.ExistsAsync(item.Id));
    }

    [Test]
    public async Task Through_self_creates_finds_and_follows_three_ways()
    {
        var user = await Users.CreateAsync(new() { Name = "a" });
        var followed = await Users.Users(user.Id).CreateAsync(new() { Name = "b" }, new() { Description = "a follows b" });
        var third = await Users.CreateAsync(new() { Name = "c" });
        await Users.Users(followed.Id).LinkAsync(third.Id);
        await Users.Users(third.Id).LinkAsync(user.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Users.Users(user.Id).ToListAsync()).Select(static found => found.Name), Is.EqualTo(["b"]));
            Assert.That((await Users.Users(followed.Id).ToListAsync()).Select(static found => found.Name), Is.EqualTo(["c"]));
            Assert.That((await Users.Users(third.Id).ToListAsync()).Select(static found => found.Name), Is.EqualTo(["a"]));
            Assert.That((await new UserLinkRepository(Db).ToListAsync()).Select(static link => (link.FollowerId, link.FolloweeId)), Is.EqualTo([(1, 2), (2, 3), (3, 1)]));
        }
    }

    [Test]
    public async Task Through_inclusion_of_one_of_several_and_by_id()
    {
        await Customers.CartItems(one).CreateAsync(new() { Description = "1" });
        await Customers.CartItems(one).CreateAsync(new() { Description = "2" });
        await Customers.CartItems(other).CreateAsync(new() { Description = "3" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Customers.Include(c => c.CartItems).ToListAsync()).Select(static customer => customer.CartItems.Count), Is.EqualTo([2, 1]));
            Assert.That((await Customers.Include(c => c.CartItems).FindByIdAsync(other)).CartItems.Single().Description, Is.EqualTo("3"));
            Assert.That((await Customers.Where(c => c.Name == "customer 1").Include(c => c.CartItems).ToListAsync()).Single().CartItems, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task Through_inclusion_nests_with_limit_and_order()
    {
        var item = await Customers.CartItems(one).CreateAsync(new() { Description = "shared" });
        await Customers.CartItems(other).LinkAsync(item.Id);

        var customer = await Customers.Include(c => c.CartItems, i => i.Include(x => x.Customers, c => c.OrderByDescending(y => y.Name).Take(1))).FindByIdAsync(one);

        Assert.That(customer.CartItems.Single().Customers.Select(static owner => owner.Name), Is.EqualTo(["customer 2"]));
    }

    [Test]
    public async Task Through_inclusion_with_fields_without_id_and_with_limit_and_order()
    {
        foreach (var description in new[] { "b", "a", "c" })
        {
            await Customers.CartItems(one).CreateAsync(new() { Description = description });
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Customers.Include(c => c.CartItems, i => i.Fields(x => x.Description)).FindByIdAsync(one)).CartItems.Select(static item => (item.Id, item.Description)), Is.EqualTo([(0, "b"), (0, "a"), (0, "c")]));
            Assert.That((await Customers.Include(c => c.CartItems, i => i.OrderByDescending(x => x.Description).Take(2)).FindByIdAsync(one)).CartItems.Select(static item => item.Description), Is.EqualTo(["c", "b"]));
        }
    }

    [Test]
    public async Task Through_inclusion_of_self_by_id_and_in_a_list()
    {
        await Users.CreateAllAsync([new() { Name = "a" }, new() { Name = "b" }, new() { Name = "c" }]);
        await Users.Users(1).LinkAllAsync([2, 3]);
        await Users.Users(2).LinkAsync(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Users.Include(u => u.Users).FindByIdAsync(1)).Users.Select(static user => user.Name), Is.EqualTo(["b", "c"]));
            Assert.That((await Users.Include(u => u.Users).ToListAsync()).Select(static user => string.Concat(user.Users.Select(static followed => followed.Name))), Is.EqualTo(["bc", "a", ""]));
        }
    }

    [Test]
    public async Task HasMany_create_sets_the_key_and_find_returns_own_only()
    {
        var order = await Customers.Orders(one).CreateAsync(new() { Description = "an order" });
        await Customers.Orders(other).CreateAsync(new() { Description = "another's", CustomerId = other });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(order.CustomerId, Is.EqualTo(one));
            Assert.That((await Customers.Orders(one).ToListAsync()).Select(static found => found.Description), Is.EqualTo(["an order"]));
            Assert.That(() => Customers.Orders(one).CreateAsync(new() { Description = "stolen", CustomerId = other }), Throws.TypeOf<ConstraintException>().With.Message.EqualTo("Property \"customerId\" cannot be changed!"));
            Assert.That(() => Customers.Orders(one).CreateAllAsync([new() { Description = "x" }, new() { Description = "stolen", CustomerId = other }]), Throws.TypeOf<ConstraintException>());
            Assert.That(() => Customers.Orders(99).CreateAsync(new() { Description = "nobody's" }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(await Orders.CountAsync(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task HasMany_with_a_key_that_is_not_the_id()
    {
        var students = new StudentRepository(Db);
        await students.CreateAllAsync([new() { Number = 30, Name = "a" }, new() { Number = 20, Name = "b" }]);
        var fee = await students.Fees(30).CreateAsync(new() { Amount = 9.5m });
        await students.Fees(await students.FindByIdAsync(2)).CreateAllAsync([new() { Amount = 1 }, new() { Amount = 2 }]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fee.StudentNumber, Is.EqualTo(30));
            Assert.That(await students.Fees(20).CountAsync(), Is.EqualTo(2));
            Assert.That((await students.Include(s => s.Fees).ToListAsync()).Select(static student => student.Fees.Count), Is.EqualTo([1, 2]));
            Assert.That((await students.Fields(s => s.Name).Include(s => s.Fees).ToListAsync()).Select(static student => (student.Name, student.Number, student.Fees.Count)), Is.EqualTo([("a", 0, 1), ("b", 0, 2)]));
        }
    }

    [Test]
    public async Task HasMany_patches_and_deletes_own_rows_and_counts_them()
    {
        await Customers.Orders(one).CreateAllAsync([new() { Description = "1" }, new() { Description = "2" }, new() { Description = "3", IsShipped = true }]);
        await Customers.Orders(other).CreateAsync(new() { Description = "4" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Customers.Orders(one).Where(o => o.IsShipped == false).PatchAsync(new() { IsShipped = true }), Is.EqualTo(2));
            Assert.That(() => Customers.Orders(one).PatchAsync(new() { CustomerId = other }), Throws.TypeOf<ConstraintException>());
            Assert.That(await Customers.Orders(one).PatchAsync(new() { CustomerId = one, Group = "g" }), Is.EqualTo(3));
            Assert.That(await Customers.Orders(one).Where(o => o.Description == "1").DeleteAsync(), Is.EqualTo(1));
            Assert.That(await Customers.Orders(one).DeleteAsync(), Is.EqualTo(2));
            Assert.That((await Orders.ToListAsync()).Select(static order => (order.Description, order.IsShipped, order.Group)), Is.EqualTo([("4", false, (string?)null)]));
        }
    }

    [Test]
    public async Task HasMany_of_self_by_a_parent()
    {
        var child = await Customers.Customers(one).CreateAsync(new() { Name = "child" });
        await Customers.Customers(child.Id).CreateAsync(new() { Name = "grandchild" });

        var root = await Customers.Include(c => c.Customers, c => c.Include(x => x.Customers).Include(x => x.Parent)).FindByIdAsync(one);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(root.Customers.Single().Customers.Single().Name, Is.EqualTo("grandchild"));
            Assert.That(root.Customers.Single().Parent!.Name, Is.EqualTo("customer 1"));
            Assert.That((await Customers.Parent(child.Id).FindAsync())!.Id, Is.EqualTo(one));
            Assert.That(await Customers.Parent(one).FindAsync(), Is.Null);
            Assert.That(await Customers.Parent(99).FindAsync(), Is.Null);
        }
    }

    [Test]
    public async Task HasMany_inclusion_sees_a_child_that_was_moved()
    {
        var order = await Customers.Orders(one).CreateAsync(new() { Description = "moving" });

        await Orders.PatchByIdAsync(order.Id, new() { CustomerId = other });
        Assert.That(await OwnersAsync(), Is.EqualTo([0, 1]), "after patch");

        order.CustomerId = one;
        await Orders.UpdateAsync(order);
        Assert.That(await OwnersAsync(), Is.EqualTo([1, 0]), "after update");

        order.CustomerId = other;
        await Orders.ReplaceByIdAsync(order.Id, order);
        Assert.That(await OwnersAsync(), Is.EqualTo([0, 1]), "after replace");

        order.CustomerId = one;
        await Orders.SaveAsync(order);
        Assert.That(await OwnersAsync(), Is.EqualTo([1, 0]), "after save");

        async Task<IEnumerable<int>> OwnersAsync() => (await Customers.Include(c => c.Orders).ToListAsync()).Select(static customer => customer.Orders.Count);
    }

    [Test]
    public async Task HasMany_inclusion_of_several_parents_and_after_its_resolver_is_gone()
    {
        await Customers.Orders(one).CreateAsync(new() { Description = "1" });
        await Customers.Orders(other).CreateAllAsync([new() { Description = "2" }, new() { Description = "3" }]);
        var customers = Customers;

        Assert.That((await customers.Include(c => c.Orders).ToListAsync()).Select(static customer => customer.Orders.Count), Is.EqualTo([1, 2]));

        customers.InclusionResolvers.Remove("orders");
        var error = Assert.ThrowsAsync<InvalidInclusionException>(async () => await customers.Include(c => c.Orders).ToListAsync());
        Assert.That(error.Message, Is.EqualTo("Invalid \"filter.include\" entries: \"orders\""));
    }

    [Test]
    public async Task Several_relations_in_one_query_with_scopes_and_nested()
    {
        await Customers.Orders(one).CreateAllAsync([new() { Description = "pizza" }, new() { Description = "cake" }]);
        await Customers.CartItems(one).CreateAsync(new() { Description = "milk", OrderId = 2 });
        await Customers.Customers(one).CreateAsync(new() { Name = "child" });

        var customer = await Customers
            .Include(c => c.Orders, o => o.Where(x => x.Description == "cake").Include(x => x.Items))
            .Include(c => c.CartItems, i => i.Include(x => x.Order))
            .Include(c => c.Customers)
            .FindByIdAsync(one);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(customer.Orders.Single().Items.Single().Description, Is.EqualTo("milk"));
            Assert.That(customer.CartItems.Single().Order!.Description, Is.EqualTo("cake"));
            Assert.That(customer.Customers.Single().Name, Is.EqualTo("child"));
        }
    }

    [Test]
    public void Several_relations_one_of_which_is_disabled_below()
    {
        var customers = Customers;
        customers.InclusionResolvers.Remove("parent");
        using var log = Test.Record();

        Assert.ThrowsAsync<InvalidInclusionException>(async () => await customers.Include(c => c.Orders).Include(c => c.Customers, c => c.Include(x => x.Parent)).ToListAsync());
        Assert.That(log.All, Is.Empty);
    }
}
