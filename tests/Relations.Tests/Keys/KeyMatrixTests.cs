using Relations.Definitions;
using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Keys;

/// <summary>
/// Every operation with one kind of key: on a tree by foreign keys that may be null, and on links whose pair is their only key.
/// Each subclass is a kind of key.
/// </summary>
public abstract class KeyMatrixTests<TNode, TId, TProperties, TPatch, TEdge, TEdgeProperties, TEdgePatch, TKey, TData>(DatabaseKind kind) : DatabaseFixture(kind)
    where TNode : class, INode<TNode, TEdge> where TId : notnull where TProperties : struct, IProperties<TProperties> where TPatch : Patch
    where TEdge : class, IEdge where TEdgeProperties : struct, IProperties<TEdgeProperties> where TEdgePatch : Patch
    where TKey : notnull where TData : class
{
    // The tree: b and c below a, d below b. The links: a to b (1) and c (2), b to c (3), c to itself (4).
    private TNode a = null!;
    private TNode b = null!;
    private TNode c = null!;
    private TNode d = null!;

    protected abstract EntityRepository<TNode, TId, TProperties, TPatch> Nodes { get; }

    protected virtual bool IsMadeByTheDatabase => false;

    protected abstract HasManyThroughRepository<TNode, TId, TProperties, TPatch, TEdge, TEdgeProperties, TEdgePatch, TKey, TData> Next(TKey key);

    protected abstract ThroughQuery<TNode, TId, TProperties, TPatch, TEdge, TEdgeProperties, TEdgePatch, TKey> Previous(TNode node);

    protected abstract HasManyRepository<TNode, TId, TProperties, TPatch> Children(TNode node);

    protected abstract BelongsToAccessor<TNode, TId, TProperties> Parent(TId id);

    /// <summary>A node with the key of this number, 1 to 9, in the keys' order.</summary>
    protected abstract TNode New(int number, string name, TNode? parent = null);

    protected abstract TId IdOf(TNode node);

    protected abstract TKey KeyOf(TNode node);

    /// <summary>The key as members of a filter's condition.</summary>
    protected abstract string Json(TNode node);

    protected abstract Column<string> NameOf(TProperties node);

    protected abstract Column<int> WeightOf(TEdgeProperties edge);

    protected abstract TPatch Named(string name);

    protected abstract TPatch Below(TNode? parent);

    protected abstract TData Weighing(int weight);

    protected abstract TEdgePatch PatchOf(int weight);

    /// <summary>All relations, with the children's parents and the sources of the next ones.</summary>
    protected abstract Query<TNode, TId, TProperties, TPatch> WithAll(Query<TNode, TId, TProperties, TPatch> nodes);

    protected abstract Condition HasChild(TProperties node, string name);

    protected abstract Condition HasNext(TProperties node, int weight);

    protected abstract Condition IsReachedBy(TProperties node, int count);

    [SetUp]
    public async Task Seed()
    {
        a = await Nodes.CreateAsync(New(1, "a"));
        b = await Children(a).CreateAsync(New(2, "b"));
        c = await Children(a).CreateAsync(New(3, "c", a));
        d = (await Children(b).CreateAllAsync([New(4, "d")]))[0];
        await Next(KeyOf(a)).LinkAsync(KeyOf(b), Weighing(1));
        await Next(KeyOf(a)).LinkAsync(KeyOf(c), Weighing(2));
        await Next(KeyOf(b)).LinkAsync(KeyOf(c), Weighing(3));
        await Next(KeyOf(c)).LinkAsync(KeyOf(c), Weighing(4));
    }

    [Test]
    public async Task Create()
    {
        var e = await Next(KeyOf(d)).CreateAsync(New(5, "e"), Weighing(5));
        var before = await Test.DumpAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await EdgesAsync(d), Is.EqualTo("e5"));
            Assert.That((await Nodes.FindByIdAsync(IdOf(e))).Name, Is.EqualTo("e"));
            Assert.That((await Parent(IdOf(d)).FindAsync())?.Name, Is.EqualTo("b"), "the foreign key is filled in");
            Assert.That(async () => await Children(a).CreateAsync(New(6, "f", b)), Throws.TypeOf<ConstraintException>(), "another foreign key");
            Assert.That(async () => await Nodes.CreateAsync(New(6, "f", New(9, "?"))), Throws.TypeOf<ForeignKeyViolationException>(), "no such parent");
            Assert.That(async () => await Next(KeyOf(Missing)).CreateAsync(New(7, "g"), Weighing(1)), Throws.TypeOf<ForeignKeyViolationException>());
        }

        if (!IsMadeByTheDatabase)
        {
            Assert.That(async () => await Next(KeyOf(a)).CreateAsync(New(2, "again"), Weighing(1)), Throws.TypeOf<UniqueViolationException>());
            Assert.That(await Test.DumpAsync(), Is.EqualTo(before), "all or nothing");
        }
    }

    [Test]
    public async Task Link()
    {
        var relation = Next(KeyOf(a));
        using var log = Test.Record();
        var added = await relation.LinkAllAsync([KeyOf(d), KeyOf(b), KeyOf(d), KeyOf(a)], Weighing(9));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(added, Is.EqualTo(2), "the pair is the key");
            Assert.That(log.Rows, Has.Count.EqualTo(1));
            Assert.That(await EdgesAsync(a), Is.EqualTo("a9 b1 c2 d9"));
            Assert.That(await relation.LinkAsync(KeyOf(d), Weighing(8)), Is.False);
            Assert.That(await Next(KeyOf(d)).LinkAsync(KeyOf(a), Weighing(8)), Is.True);
            Assert.That(await EdgesAsync(d), Is.EqualTo("a8"));
            Assert.That(async () => await relation.LinkAsync(KeyOf(Missing), Weighing(1)), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(async () => await Next(KeyOf(Missing)).LinkAllAsync([KeyOf(a)], Weighing(1)), Throws.TypeOf<ForeignKeyViolationException>());
        }
    }

    [Test]
    public async Task Unlink()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Next(KeyOf(a)).UnlinkAsync(KeyOf(c)), Is.EqualTo(1));
            Assert.That(await Next(KeyOf(a)).UnlinkAsync(KeyOf(c)), Is.Zero);
            Assert.That(await EdgesAsync(a), Is.EqualTo("b1"));
            Assert.That(await EdgesAsync(b), Is.EqualTo("c3"));
            Assert.That(await Previous(c).Where((_, edge) => WeightOf(edge) == 4).UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That(await Next(KeyOf(a)).UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That(await EdgesAsync(a) + await EdgesAsync(c), Is.Empty);
            Assert.That(await Nodes.CountAsync(), Is.EqualTo(4), "targets stay");
        }
    }

    [Test]
    public async Task Set()
    {
        var relation = Next(KeyOf(a));
        var change = await relation.SetAsync([KeyOf(d), KeyOf(c), KeyOf(d)], Weighing(9));
        var after = await EdgesAsync(a);
        var again = await relation.SetAsync([KeyOf(c), KeyOf(d)], Weighing(7));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(change, Is.EqualTo(new SetResult(Added: 1, Removed: 1, Kept: 1)));
            Assert.That(after, Is.EqualTo("c2 d9"));
            Assert.That(again, Is.EqualTo(new SetResult(0, 0, 2)));
            Assert.That(async () => await relation.SetAsync([KeyOf(Missing)], Weighing(1)), Throws.TypeOf<ForeignKeyViolationException>());
            Assert.That(await EdgesAsync(a), Is.EqualTo("c2 d9"));
            Assert.That(await relation.SetAsync([], Weighing(1)), Is.EqualTo(new SetResult(0, 2, 0)));
            Assert.That(await EdgesAsync(b), Is.EqualTo("c3"));
        }
    }

    [Test]
    public async Task Find()
    {
        using var log = Test.Record();
        var next = await Next(KeyOf(a)).ToListAsync();
        var previous = await Previous(c).OrderByDescending((_, edge) => WeightOf(edge)).ToListAsync();
        var children = await Children(a).ToListAsync();
        var parent = await Parent(IdOf(b)).FindAsync();
        var statements = log.Rows.Count;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements, Is.EqualTo(4));
            Assert.That(NamesOf(next), Is.EqualTo("b c"));
            Assert.That(NamesOf(previous), Is.EqualTo("c b a"));
            Assert.That(NamesOf(children), Is.EqualTo("b c"));
            Assert.That(parent?.Name, Is.EqualTo("a"));
            Assert.That(await Parent(IdOf(a)).FindAsync(), Is.Null);
            Assert.That(NamesOf(await Nodes.ToListAsync()), Is.EqualTo("a b c d"), "in the order of the key");
            Assert.That((await Next(KeyOf(a)).FindByIdAsync(IdOf(c))).Name, Is.EqualTo("c"));
            Assert.That(async () => await Next(KeyOf(a)).FindByIdAsync(IdOf(d)), Throws.TypeOf<EntityNotFoundException>());
            Assert.That((await Children(b).FindByIdAsync(IdOf(d))).Name, Is.EqualTo("d"));
            Assert.That(await Children(b).FindByIdOrDefaultAsync(IdOf(c)), Is.Null);
            Assert.That(await Next(KeyOf(a)).ExistsAsync(IdOf(b)), Is.True);
            Assert.That(await Next(KeyOf(b)).ExistsAsync(IdOf(b)), Is.False);
            Assert.That(NamesOf(await Next(KeyOf(a)).Where((node, edge) => NameOf(node) != "b" && WeightOf(edge) > 1).ToListAsync()), Is.EqualTo("c"));
            Assert.That(NamesOf(await Next(KeyOf(a)).OrderByDescending(node => NameOf(node)).Skip(1).Take(1).ToListAsync()), Is.EqualTo("b"));
            Assert.That(NamesOf(await Children(a).Where(node => NameOf(node) == "c").ToListAsync()), Is.EqualTo("c"));
        }
    }

    [Test]
    public async Task Count_and_conditions()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Next(KeyOf(a)).CountAsync(), Is.EqualTo(2));
            Assert.That(await Next(KeyOf(a)).Links().CountAsync(), Is.EqualTo(2));
            Assert.That(await Next(KeyOf(a)).Where((_, edge) => WeightOf(edge) == 2).CountAsync(), Is.EqualTo(1));
            Assert.That(await Children(a).CountAsync(), Is.EqualTo(2));
            Assert.That(await Children(d).AnyAsync(), Is.False);
            Assert.That(NamesOf(await Nodes.Where(node => HasChild(node, "d")).ToListAsync()), Is.EqualTo("b"));
            Assert.That(NamesOf(await Nodes.Where(node => HasNext(node, 3)).ToListAsync()), Is.EqualTo("b"));
            Assert.That(NamesOf(await Nodes.Where(node => IsReachedBy(node, 3)).ToListAsync()), Is.EqualTo("c"));
            Assert.That(NamesOf(await Next(KeyOf(a)).Where(node => HasChild(node, "d")).ToListAsync()), Is.EqualTo("b"));
        }
    }

    [TestCase("b")]
    [TestCase("abcd")]
    public async Task Include(string wanted)
    {
        using var log = Test.Record();
        var found = await WithAll(Nodes.Where(node => NameOf(node).In(wanted.Select(static name => $"{name}")))).ToListAsync();
        var statements = log.Rows.Count;
        var tree = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["a"] = "parent -, children b(a) c(a), next b(a) c(a b c), edges b1 c2",
            ["b"] = "parent a, children d(b), next c(a b c), edges c3",
            ["c"] = "parent a, children , next c(a b c), edges c4",
            ["d"] = "parent b, children , next , edges ",
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Select(Described), Is.EqualTo(wanted.Select(name => tree[$"{name}"])));
            Assert.That(statements, Is.EqualTo(7), "one for the nodes, one for each relation");
        }
    }

    [Test]
    public async Task Load_into_entities()
    {
        var nodes = await Nodes.ToListAsync();
        await Nodes.LoadAsync(nodes, "next");
        await Nodes.LoadAsync(nodes, "parent");
        await Nodes.LoadAsync(nodes, "children");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(nodes.Select(static node => NamesOf(node.Next)), Is.EqualTo(["b c", "c", "c", ""]));
            Assert.That(nodes.Select(static node => node.Parent?.Name), Is.EqualTo([null, "a", "a", "b"]));
            Assert.That(nodes.Select(static node => NamesOf(node.Children)), Is.EqualTo(["b c", "d", "", ""]));
        }
    }

    [Test]
    public async Task Filter_as_JSON()
    {
        var byKey = Filter<TNode>.Parse($$"""{"where":{{Where(c)}}}""");
        var byKeys = Filter<TNode>.Parse($$"""{"where":{"or":[{{Where(b)}},{{Where(d)}}]},"order":"name DESC"}""");
        var nested = Filter<TNode>.Parse($$"""
            {
              "where":{{Where(b)}},
              "include":["parent","edges",
                {"relation":"children","scope":{"where":{{Where(d)}},"include":["parent"] } },
                {"relation":"next","scope":{"where":{{Where(c)}},"include":[{"relation":"previous","scope":{"order":"name"} }] } }]
            }
            """);
        using var log = Test.Record();
        var found = await Nodes.FindAsync(nested);
        var statements = log.Rows.Count;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Select(Described), Is.EqualTo(["parent a, children d(b), next c(a b c), edges c3"]));
            Assert.That(statements, Is.EqualTo(7));
            Assert.That(NamesOf(await Nodes.FindAsync(byKey)), Is.EqualTo("c"));
            Assert.That(NamesOf(await Nodes.FindAsync(byKeys)), Is.EqualTo("d b"));
            Assert.That(NamesOf(await Next(KeyOf(a)).FindAsync(byKeys)), Is.EqualTo("b"));
            Assert.That(NamesOf(await Children(a).FindAsync(byKey)), Is.EqualTo("c"));
            Assert.That(await Next(KeyOf(d)).FindAsync(byKey), Is.Empty);
            Assert.That(await Parent(IdOf(c)).FindAsync(byKey), Is.Null);
        }
    }

    [Test]
    public async Task Patch_and_update()
    {
        b.Name = "B";
        await Nodes.UpdateAsync(b);
        await Nodes.PatchByIdAsync(IdOf(d), Below(c));
        var moved = await Parent(IdOf(d)).FindAsync();
        await Nodes.PatchByIdAsync(IdOf(d), Below(parent: null));
        d = await Nodes.FindByIdAsync(IdOf(d));
        d.Name = "D";
        await Nodes.ReplaceByIdAsync(IdOf(d), d);
        c.Name = "C";
        await Nodes.SaveAsync(c);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved?.Name, Is.EqualTo("c"));
            Assert.That(await Parent(IdOf(d)).FindAsync(), Is.Null);
            Assert.That(NamesOf(await Nodes.ToListAsync()), Is.EqualTo("a B C D"));
            Assert.That(await Next(KeyOf(a)).Where(node => NameOf(node) == "B").PatchAsync(Named("bb")), Is.EqualTo(1));
            Assert.That(await Children(a).Where(node => NameOf(node) == "C").PatchAsync(Named("cc")), Is.EqualTo(1));
            Assert.That(await Children(a).PatchAsync(Below(a)), Is.EqualTo(2), "the same foreign key");
            Assert.That(async () => await Children(a).PatchAsync(Below(b)), Throws.TypeOf<ConstraintException>());
            Assert.That(NamesOf(await Nodes.ToListAsync()), Is.EqualTo("a bb cc D"));
            Assert.That(await Previous(c).Where(node => NameOf(node) != "a").PatchLinksAsync(PatchOf(6)), Is.EqualTo(2));
            Assert.That(await EdgesAsync(a) + await EdgesAsync(b) + await EdgesAsync(c), Is.EqualTo("bb1 cc2cc6cc6"));
        }
    }

    [Test]
    public async Task Delete()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await Nodes.DeleteByIdAsync(IdOf(b)), Throws.TypeOf<ForeignKeyViolationException>(), "d is below it");
            Assert.That(await Next(KeyOf(b)).DeleteAsync(), Is.EqualTo(1), "c, with the links from a, b and c");
            Assert.That(await EdgesAsync(a), Is.EqualTo("b1"));
            Assert.That(await Children(b).DeleteAsync(), Is.EqualTo(1));
            Assert.That(await Next(KeyOf(a)).UnlinkAsync(KeyOf(b)), Is.EqualTo(1));
            await Nodes.DeleteByIdAsync(IdOf(b));
            Assert.That(async () => await Nodes.DeleteByIdAsync(IdOf(b)), Throws.TypeOf<EntityNotFoundException>());
            Assert.That(NamesOf(await Nodes.ToListAsync()), Is.EqualTo("a"));
        }
    }

    private string Where(TNode node) => $"{{{Json(node)}}}";

    private TNode Missing => New(9, "missing");

    private static string NamesOf(IEnumerable<TNode> nodes) => string.Join(' ', nodes.Select(static node => node.Name));

    private static string Edges(IEnumerable<Link<TNode, TEdge>> edges) => string.Join(' ', edges.Select(static edge => $"{edge.Target.Name}{edge.Through.Weight}"));

    private static string Described(TNode node) =>
        $"parent {node.Parent?.Name ?? "-"}, children {string.Join(' ', node.Children.Select(static child => $"{child.Name}({child.Parent?.Name})"))}, " +
        $"next {string.Join(' ', node.Next.Select(static next => $"{next.Name}({NamesOf(next.Previous)})"))}, edges {Edges(node.Edges)}";

    private async Task<string> EdgesAsync(TNode node) => Edges(await Next(KeyOf(node)).Links().ToListAsync());
}
