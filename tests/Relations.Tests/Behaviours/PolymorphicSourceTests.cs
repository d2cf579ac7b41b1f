using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Links whose sources are of several types, as the through model or the sources' own relations to it say: a source has only those links that name its type.</summary>
public sealed class PolymorphicSourceTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private EssayRepository Essays => new(Db);

    private ScanRepository Scans => new(Db);

    private KeywordUseRepository Uses => new(Db);

    [SetUp]
    public async Task Seed()
    {
        await new KeywordRepository(Db).CreateAllAsync([new() { Text = "old" }, new() { Text = "new" }, new() { Text = "blue" }]);
        await Essays.CreateAsync(new() { Title = "essay" });
        await Scans.CreateAsync(new() { Title = "scan" });
        await Uses.CreateAllAsync([new() { KeywordId = 1, OwnerId = 1, OwnerType = "Essay" }, new() { KeywordId = 2, OwnerId = 1, OwnerType = "Scan" }]);
    }

    [Test]
    public async Task Finding_and_including_tell_sources_of_several_types_apart()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Essays.Keywords(1).ToListAsync()).Select(Texts), Is.EqualTo(["old"]));
            Assert.That((await Scans.Keywords(1).ToListAsync()).Select(Texts), Is.EqualTo(["new"]));
            Assert.That((await Essays.Include(static a => a.Keywords).SingleAsync()).Keywords.Select(Texts), Is.EqualTo(["old"]));
            Assert.That((await Scans.Where(static p => p.Id > 0).Include(static p => p.Keywords).SingleAsync()).Keywords.Select(Texts), Is.EqualTo(["new"]));
            Assert.That(await Essays.Where(static a => a.Keywords.Any(static l => l.Text == "new")).CountAsync(), Is.Zero);
            Assert.That((await Uses.Include(static l => l.Owner).ToListAsync()).Select(static link => link.Owner!.GetType().Name), Is.EqualTo(["Essay", "Scan"]));
        }
    }

    [Test]
    public async Task Writing_names_the_type_and_leaves_other_types_alone()
    {
        await Essays.Keywords(1).LinkAsync(3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Essays.Keywords(1).UnlinkAsync(2), Is.Zero, "that is the scan's");
            Assert.That(await Essays.Keywords(1).SetAsync([2]), Is.EqualTo(new SetResult(Added: 1, Removed: 2, Kept: 0)));
            Assert.That((await Uses.ToListAsync()).Select(static link => (link.KeywordId, link.OwnerId, link.OwnerType)), Is.EquivalentTo([(2, 1, "Essay"), (2, 1, "Scan")]));
            Assert.That(async () => await Essays.Keywords(99).LinkAsync(1), Throws.TypeOf<ForeignKeyViolationException>(), "no foreign key sees to it");
        }
    }

    [Test]
    public async Task The_schema_declares_the_foreign_key_to_none_of_the_types()
    {
        var found = await Catalogue.ReadAsync(Kind, Db);

        Assert.That(
            found.ForeignKeys.Where(static key => key.StartsWith("KeywordUse ", StringComparison.Ordinal) || key.StartsWith("Badge ", StringComparison.Ordinal)).Select(static key => key.Contains("KeywordId", StringComparison.Ordinal) && !key.Contains("OwnerId", StringComparison.Ordinal) && !key.Contains("BearerId", StringComparison.Ordinal)),
            Is.EqualTo(new[] { true, true }));
    }

    [Test]
    public async Task Own_relations_to_the_links_say_it_too()
    {
        var guard = await new GuardRepository(Db).CreateAsync(new());
        var visitor = await new VisitorRepository(Db).CreateAsync(new());
        await new GuardRepository(Db).Keywords(guard.Id).LinkAsync(1);
        await new VisitorRepository(Db).Keywords(visitor.Id).LinkAsync(2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await new GuardRepository(Db).Keywords(guard.Id).ToListAsync()).Select(Texts), Is.EqualTo(["old"]));
            Assert.That((await new GuardRepository(Db).Badges(guard.Id).ToListAsync()).Select(static badge => badge.BearerType), Is.EqualTo(["Guard"]));
            Assert.That((await new VisitorRepository(Db).Include(static v => v.Keywords).SingleAsync()).Keywords.Select(Texts), Is.EqualTo(["new"]));
        }
    }

    private static string Texts(Keyword label) => label.Text;
}
