using NUnit.Framework.Constraints;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Inclusion of relations to several types, and foreign keys that refer to several types.</summary>
public sealed class PolymorphicInclusionTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private CustomerRepository Customers => new(Db);

    private CommentRepository Comments => new(Db);

    private PostRepository Posts => new(Db);

    private PhotoRepository Photos => new(Db);

    [Test]
    public async Task L079_080_Include_keeps_parents_apart_shares_objects_and_takes_one_statement_for_each_type()
    {
        await SeedPromotionsAsync();

        using var log = new StatementLog(Db);
        var customers = await Customers.Include(c => c.Promotions).ToListAsync();
        Assert.That(log.Rows, Has.Count.EqualTo(1 + 1 + 2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(customers.Select(static customer => string.Join(", ", customer.Promotions.Select(Names))), Is.EqualTo(["FreeDelivery 1 free, HalfPrice 1 half", "HalfPrice 1 half", ""]));
            Assert.That(customers[0].Promotions[1], Is.SameAs(customers[1].Promotions[0]));
        }
    }

    [Test]
    public async Task L079_One_customer_or_a_hundred_take_the_same_statements()
    {
        await SeedPromotionsAsync();
        var half = (HalfPrice)(await Customers.Promotions(2).SingleAsync());
        foreach (var customer in await Customers.CreateAllAsync(Enumerable.Range(0, 100).Select(static number => new Customer { Name = $"more {number}" })))
        {
            await Customers.Promotions(customer).LinkAsync(half);
        }

        using var log = new StatementLog(Db);
        var customers = await Customers.Include(c => c.Promotions).ToListAsync();

        Assert.That(log.Rows, Has.Count.EqualTo(4));
        Assert.That(customers.Count(static customer => customer.Promotions.Count > 0), Is.EqualTo(102));
    }

    [Test]
    public async Task Include_by_id_and_of_entities_at_hand()
    {
        await SeedPromotionsAsync();

        var found = await Customers.Include(c => c.Promotions).FindByIdAsync(1);
        var atHand = await Customers.ToListAsync();
        await Customers.LoadAsync(atHand, c => c.Promotions, p => p.Where(x => x.Title == "half"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Promotions.Select(Names), Is.EqualTo(["FreeDelivery 1 free", "HalfPrice 1 half"]));
            Assert.That(atHand.Select(static customer => customer.Promotions.Count), Is.EqualTo([1, 1, 0]));
        }
    }

    [Test]
    public async Task Include_gives_links_with_their_through_rows()
    {
        await SeedPromotionsAsync();
        await Customers.Promotions(1).HalfPrice.LinkAsync(1, new() { Description = "again" });

        var customers = await Customers.Include(c => c.Grants, g => g.OrderBy((_, l) => l.Id)).ToListAsync();

        Assert.That(customers[0].Grants.Select(static grant => (Names(grant.Target), grant.Through.Description)), Is.EqualTo([("FreeDelivery 1 free", "one"), ("HalfPrice 1 half", "two"), ("HalfPrice 1 half", "again")]));
        Assert.That(customers[2].Grants, Is.Empty);
    }

    [Test]
    public async Task Nested_inclusions_differ_for_each_type()
    {
        await SeedPromotionsAsync();
        await new CourierRepository(Db).CreateAllAsync([new() { FreeDeliveryId = 1, Name = "Yoshi" }, new() { FreeDeliveryId = 1, Name = "Toad" }]);

        using var log = new StatementLog(Db);
        var customer = await Customers.Include(c => c.Promotions, p => p.Include(x => x.FreeDelivery.Couriers, c => c.OrderBy(x => x.Name).Take(1)).Include(x => x.HalfPrice.Sponsor, s => s.Include(c => c.Promotions))).FindByIdAsync(1);

        Assert.That(log.Rows, Has.Count.EqualTo(1 + 1 + 2 + 2 + 2), "customer; links; two types; couriers and sponsors; the sponsors' links and the one type among them");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((FreeDelivery)customer.Promotions[0]).Couriers.Select(static courier => courier.Name), Is.EqualTo(["Toad"]));
            var sponsor = ((HalfPrice)customer.Promotions[1]).Sponsor!;
            Assert.That(sponsor.Name, Is.EqualTo("customer 2"));
            Assert.That(sponsor.Promotions.Select(Names), Is.EqualTo(["HalfPrice 1 half"]));
        }
    }

    [Test]
    public async Task The_other_direction_goes_by_type_too()
    {
        await SeedPromotionsAsync();
        await Customers.Promotions(3).HalfPrice.LinkAsync(1);
        var free = new FreeDeliveryRepository(Db);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await free.Customers(1).ToListAsync()).Select(static customer => customer.Id), Is.EqualTo([1]), "the half price with the same key has customers of its own");
            Assert.That(await free.Customers(1).LinkAsync(2));
            Assert.That((await Customers.Promotions(2).ToListAsync()).Select(Names), Is.EqualTo(["FreeDelivery 1 free", "HalfPrice 1 half"]));
            var included = await free.Include(f => f.Customers, c => c.Include(x => x.Promotions)).SingleAsync();
            Assert.That(included.Customers.Select(static customer => customer.Promotions.Count), Is.EqualTo([2, 2]));
            Assert.That(await free.Where(f => f.Customers.Count() == 2 && f.Customers.None(c => c.Id == 3)).CountAsync(), Is.EqualTo(1));
            Assert.That(await free.Customers(1).SetAsync([3]), Is.EqualTo(new SetResult(1, 2, 0)));
            Assert.That((await Customers.Promotions(2).ToListAsync()).Select(Names), Is.EqualTo(["HalfPrice 1 half"]));
            Assert.That((await free.Customers(1).CreateAsync(new() { Name = "customer 4" })).Id, Is.EqualTo(4));
            Assert.That(async () => await free.Customers(99).LinkAsync(1), Throws.TypeOf<ForeignKeyViolationException>().With.Message.Contains("FreeDelivery with Id 99"));
            Assert.That(async () => await free.Customers(99).CreateAsync(new() { Name = "nobody's" }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(await Customers.CountAsync(), Is.EqualTo(4));
            Assert.That(await free.Customers(1).UnlinkAllAsync(), Is.EqualTo(2));
            Assert.That(await new CustomerPromotionLinkRepository(Db).CountAsync(), Is.EqualTo(3), "those of half prices");
        }
    }

    [Test]
    public async Task Fields_read_only_what_is_shared_and_asked_for()
    {
        await SeedPromotionsAsync();

        var customer = await Customers.Include(c => c.Promotions, p => p.Fields(x => x.Title)).FindByIdAsync(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(customer.Promotions.Select(Names), Is.EqualTo(["FreeDelivery 0 free", "HalfPrice 0 half"]));
            Assert.That(((HalfPrice)customer.Promotions[1]).Percent, Is.Zero);
        }
    }

    [Test]
    public async Task Filters_name_what_is_shared_and_relations_of_any_type()
    {
        await SeedPromotionsAsync();
        await new CourierRepository(Db).CreateAsync(new() { FreeDeliveryId = 1, Name = "Yoshi" });

        using (Assert.EnterMultipleScope())
        {
            var found = await Customers.Promotions(1).FindAsync(Filter<Promotion>.Parse("""{"where":{"title":{"like":"%e%"}},"order":"title DESC","limit":1,"include":["couriers"]}"""));
            Assert.That(found.Select(Names), Is.EqualTo(["FreeDelivery 1 free"]));
            Assert.That(((FreeDelivery)found[0]).Couriers.Select(static courier => courier.Name), Is.EqualTo(["Yoshi"]));
            var customers = await Customers.FindAsync(Filter<Customer>.Parse("""{"where":{"promotions":{"some":{"title":"free"}}},"include":[{"relation":"promotions","scope":{"order":"title DESC","include":["sponsor","couriers"]}}]}"""));
            Assert.That(customers.Single().Promotions.Select(Names), Is.EqualTo(["HalfPrice 1 half", "FreeDelivery 1 free"]));
            Assert.That(((HalfPrice)customers[0].Promotions[0]).Sponsor?.Name, Is.EqualTo("customer 2"));
            var limits = FilterLimits.Default with { Rows = 1 };
            Assert.That((await Customers.Promotions(1).FindAsync(Filter<Promotion>.Parse("""{"order":"title DESC"}""", limits))).Select(Names), Is.EqualTo(["HalfPrice 1 half"]));
            customers = await Customers.FindAsync(Filter<Customer>.Parse("""{"include":[{"relation":"promotions","scope":{"order":"title"}}]}""", limits));
            Assert.That(customers.Single().Promotions.Select(Names), Is.EqualTo(["FreeDelivery 1 free"]));
            Assert.That(await Customers.Promotions(1).Apply(Filter<Promotion>.Parse("""{"where":{"through":{"description":"two"}}}""")).CountAsync(), Is.EqualTo(1));
            Assert.That(async () => await Customers.Promotions(1).FindAsync(Filter<Promotion>.Parse("""{"where":{"percent":50}}""")), Throws.TypeOf<InvalidFilterException>().With.Message.Contains("percent"));
            Assert.That(async () => await Customers.Promotions(1).FindAsync(Filter<Promotion>.Parse("""{"include":["doctors"]}""")), Throws.TypeOf<InvalidInclusionException>().With.Message.EqualTo("Invalid \"filter.include\" entries: \"doctors\""));
            Assert.That(async () => await Customers.Promotions(1).FindAsync(null!), Throws.ArgumentNullException);
        }
    }

    [Test]
    public async Task What_a_source_has_of_a_polymorphic_relation_needs_the_source()
    {
        await SeedTopicsAsync();
        var before = await Comments.CountAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await new PostRepository(Db).Comments(99).CreateAsync(new() { Text = "lost" }), Throws.TypeOf<ForeignKeyViolationException>().With.Message.EqualTo("There is no Post with Id 99; nothing was written."));
            Assert.That(async () => await new PostRepository(Db).Comments(99).CreateAllAsync([new() { Text = "lost" }]), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await new PhotoRepository(Db).Caption(99).CreateAsync(new() { Text = "lost" }), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(await Comments.CountAsync(), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task A_polymorphic_belongs_to_is_found_and_included_by_type_and_key()
    {
        await SeedTopicsAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Comments.Topic(1).FindAsync(), Is.TypeOf<Post>().With.Property("Title").EqualTo("a post"));
            Assert.That(await Comments.Topic(3).FindAsync(), Is.TypeOf<Photo>().With.Property("Title").EqualTo("a photo"));
            Assert.That(await Comments.Topic(4).FindAsync(), Is.Null, "it names nothing");
            Assert.That(await Comments.Topic(99).FindAsync(), Is.Null, "there is no such comment");
            using var log = new StatementLog(Db);
            var comments = await Comments.Include(c => c.Topic, t => t.Include(x => x.Post.Comments)).ToListAsync();
            Assert.That(log.Rows, Has.Count.EqualTo(1 + 2 + 1));
            Assert.That(comments.Select(static comment => comment.Topic?.Title), Is.EqualTo(["a post", "a post", "a photo", null]));
            Assert.That(comments[0].Topic, Is.SameAs(comments[1].Topic));
            Assert.That(((Post)comments[0].Topic!).Comments.Select(static comment => comment.Id), Is.EqualTo([1, 2]));
        }
    }

    [Test]
    public async Task A_polymorphic_belongs_to_takes_a_scope_and_conditions()
    {
        await SeedTopicsAsync();

        using (Assert.EnterMultipleScope())
        {
            var scoped = await Comments.Include(c => c.Topic, t => t.Where(x => x.Title == "a photo" && x.Photo.Width > 5)).ToListAsync();
            Assert.That(scoped.Select(static comment => comment.Topic?.Title), Is.EqualTo([null, null, "a photo", null]));
            Assert.That(Ids(await Comments.Where(c => c.Topic.Any(t => t.Title == "a post")).ToListAsync()), Is.EqualTo([1, 2]));
            Assert.That(Ids(await Comments.Where(c => c.Topic.Any(t => t.Photo.Width == 10)).ToListAsync()), Is.EqualTo([3]));
            Assert.That(Ids(await Comments.Where(c => c.Topic.None()).ToListAsync()), Is.EqualTo([4]));
            Assert.That(await Comments.Topic(3).Where(t => t.Title == "other").FindAsync(), Is.Null);
            Assert.That(await Comments.Topic(1).Include(t => t.Post.Comments).FindAsync(), Is.TypeOf<Post>().With.Property("Comments").Count.EqualTo(2));
        }
    }

    [Test]
    public async Task A_polymorphic_belongs_to_is_found_by_a_filter_as_any_other()
    {
        await SeedTopicsAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Found("""{"where":{"title":"a photo"}}""", of: 3), Is.TypeOf<Photo>().With.Property("Width").EqualTo(10));
            Assert.That(await Found("""{"where":{"title":"other"}}""", of: 3), Is.Null);
            Assert.That(await Found("""{"include":["comments","caption"]}""", of: 1), Is.TypeOf<Post>().With.Property("Comments").Count.EqualTo(2));
            Assert.That(await Found("""{"include":[{"relation":"comments","scope":{"where":{"id":2}}}]}""", of: 1), Is.TypeOf<Post>().With.Property("Comments").Count.EqualTo(1));
            Assert.That(await Found("""{"fields":["title"]}""", of: 3), Is.TypeOf<Photo>().With.Property("Title").EqualTo("a photo").And.Property("Width").Zero);
            Assert.That(await Found("""{"fields":{"title":false}}""", of: 3), Is.TypeOf<Photo>().With.Property("Title").Null.And.Property("Width").EqualTo(10), "what is not left out is there, though not all types have it");
            Assert.That(await Found("""{"limit":1,"order":"title DESC"}""", of: 1), Is.TypeOf<Post>());
            Assert.That(await Found("""{"skip":1}""", of: 1), Is.Null, "there is one at most");
            Assert.That(await Comments.Topic(1).FindAsync(Filter<ITopic>.Parse("""{"include":["comments"]}""", FilterLimits.Default with { Rows = 1 })), Is.TypeOf<Post>().With.Property("Comments").Count.EqualTo(1));
            Assert.That(await Found("{}", of: 4), Is.Null, "it names nothing");
            Assert.That(await Comments.Topic(3).Where(t => t.Title == "a photo").FindAsync(Filter<ITopic>.Parse("""{"where":{"title":"a post"}}""")), Is.Null, "a filter never widens");
        }

        using var log = new StatementLog(Db);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await Found("""{"where":{"width":10}}""", of: 3), Problem("/where/width", "unknown property of ITopic"));
            Assert.That(async () => await Found("""{"where":{"id":"x"}}""", of: 3), Problem("/where/id", "expected an integer"));
            Assert.That(async () => await Found("""{"where":{"through":{"id":1}}}""", of: 3), Problem("/where/through", "no through rows lead to this ITopic"));
            Assert.That(async () => await Found("""{"include":["nothing"]}""", of: 3), Throws.TypeOf<InvalidInclusionException>());
            Assert.That(async () => await Comments.Topic(1).Include("comments").FindAsync(Filter<ITopic>.Parse("""{"include":["comments"]}""")), Problem("/include/0", "included twice"));
            Assert.That(async () => await Found("""{"include":[{"relation":"comments","scope":{"include":["topic","topic"]}}]}""", of: 3), Throws.TypeOf<InvalidFilterException>().With.Property(nameof(InvalidFilterException.Problems)).Count.EqualTo(1), "said once for all types");
            Assert.That(async () => await Comments.Topic(1).FindAsync(null!), Throws.ArgumentNullException);
            Assert.That(log.Rows, Is.Empty);
        }

        ValueTask<ITopic?> Found(string filter, int of) => Comments.Topic(of).FindAsync(Filter<ITopic>.Parse(filter));
    }

    [Test]
    public async Task A_polymorphic_belongs_to_refuses_an_unknown_discriminator()
    {
        await SeedTopicsAsync();
        await Comments.CreateAsync(new() { Text = "of what?", TopicId = 1, TopicType = "Film" });

        Assert.That(async () => await Comments.Include(c => c.Topic).ToListAsync(), NamesFilm());
        Assert.That(async () => await Comments.Topic(5).FindAsync(), NamesFilm());
    }

    [Test]
    public async Task A_polymorphic_has_many_and_has_one_belong_to_their_own_type_alone()
    {
        await SeedTopicsAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids(await Posts.Comments(1).ToListAsync()), Is.EqualTo([1, 2]));
            Assert.That((await Photos.Caption(1).FindAsync())?.Id, Is.EqualTo(3));
            Assert.That(Ids((await Posts.Include(p => p.Comments).SingleAsync()).Comments), Is.EqualTo([1, 2]));
            Assert.That((await Photos.Include(p => p.Caption).SingleAsync()).Caption?.Id, Is.EqualTo(3));
            Assert.That(await Posts.Where(p => p.Comments.Count() == 2).CountAsync(), Is.EqualTo(1));
            Assert.That(await Posts.Where(p => p.Comments.All(c => c.Text.StartsWith("on"))).CountAsync(), Is.EqualTo(1));
            Assert.That(await Posts.Comments(1).PatchAsync(new() { Text = "patched" }), Is.EqualTo(2));
            Assert.That(await Posts.Comments(1).DeleteAsync(), Is.EqualTo(2));
            Assert.That(Ids(await Comments.ToListAsync()), Is.EqualTo([3, 4]));
        }
    }

    [Test]
    public async Task A_polymorphic_has_many_fills_in_key_and_discriminator_and_guards_both()
    {
        await SeedTopicsAsync();

        var created = await Posts.Comments(1).CreateAsync(new() { Text = "new" });
        var all = await Posts.Comments(1).CreateAllAsync([new() { Text = "a", TopicId = 1, TopicType = "Post" }, new() { Text = "b" }]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((created.TopicId, created.TopicType), Is.EqualTo((1, "Post")));
            Assert.That(all.Select(static comment => (comment.TopicId, comment.TopicType)), Is.EqualTo([(1, "Post"), (1, "Post")]));
            Assert.That(async () => await Posts.Comments(1).CreateAsync(new() { Text = "x", TopicType = "Photo" }), TypeCannotBeChanged());
            Assert.That(async () => await Posts.Comments(1).PatchAsync(new() { TopicType = "Photo" }), TypeCannotBeChanged());
            Assert.That(async () => await Posts.Comments(1).PatchAsync(new() { TopicId = 2 }), Throws.TypeOf<ConstraintException>());
            Assert.That(await Photos.Caption(1).PatchAsync(new() { Text = "patched" }));
            Assert.That(async () => await Photos.Caption(1).PatchAsync(new() { TopicType = "Post" }), TypeCannotBeChanged());
            Assert.That(async () => await Photos.Caption(1).CreateAsync(new() { Text = "second" }), Throws.TypeOf<ConstraintException>().With.Message.Contains("already"));
            Assert.That(await Photos.Caption(1).DeleteAsync());
            Assert.That((await Photos.Caption(1).CreateAsync(new() { Text = "another" })).TopicType, Is.EqualTo("Photo"));
        }
    }

    /// <summary>Customer 1 with a free delivery and a half price, customer 2 with the same half price, which she sponsors, customer 3 with nothing.</summary>
    private async Task SeedPromotionsAsync()
    {
        await Customers.CreateAllAsync([new() { Name = "customer 1" }, new() { Name = "customer 2" }, new() { Name = "customer 3" }]);
        await Customers.Promotions(1).CreateAsync(new FreeDelivery { Title = "free" }, new() { Description = "one" });
        var half = await Customers.Promotions(1).CreateAsync(new HalfPrice { Title = "half", Percent = 50, SponsorId = 2 }, new() { Description = "two" });
        await Customers.Promotions(2).LinkAsync(half);
    }

    /// <summary>A post and a photo with the same key; comments 1 and 2 on the post, 3 on the photo, 4 on nothing.</summary>
    private async Task SeedTopicsAsync()
    {
        await Posts.CreateAsync(new() { Title = "a post" });
        await Photos.CreateAsync(new() { Title = "a photo", Width = 10 });
        await Comments.CreateAllAsync(
        [
            new() { Text = "on a post", TopicId = 1, TopicType = "Post" },
            new() { Text = "on it too", TopicId = 1, TopicType = "Post" },
            new() { Text = "on a photo", TopicId = 1, TopicType = "Photo" },
            new() { Text = "on nothing" },
        ]);
    }

    private static Constraint Problem(string path, string message) =>
        Throws.TypeOf<InvalidFilterException>().With.Property("Problems").One.Matches<InputProblem>(problem => problem.Path == path && problem.Message.Contains(message, StringComparison.Ordinal));

    private static Constraint NamesFilm() => Throws.TypeOf<InvalidPolymorphismException>().With.Message.Contains("\"Film\" in Comment.TopicType");

    private static Constraint TypeCannotBeChanged() => Throws.TypeOf<ConstraintException>().With.Message.EqualTo("Property \"topicType\" cannot be changed!");

    private static string Names(Promotion promotion) => $"{promotion.GetType().Name} {promotion.Id} {promotion.Title}";

    private static IEnumerable<int> Ids(IEnumerable<Comment> comments) => comments.Select(static comment => comment.Id);
}
