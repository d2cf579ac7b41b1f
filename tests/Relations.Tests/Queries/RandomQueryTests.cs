using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Queries;

/// <summary>Queries made by chance find what plain code finds in memory. A failure names the seed and the query.</summary>
public sealed class RandomQueryTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const int QueriesOfASeed = 60;

    private SampleRepository Samples => new(Db);

    [Test]
    public async Task Conditions_orders_and_pages_find_what_memory_finds([Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        var world = await SampleWorld.CreateAsync(random, Db);
        var terms = new SampleTerms(world);
        for (var number = 0; number < QueriesOfASeed; number++)
        {
            var term = terms.Any(random);
            var first = terms.Order(random);
            var second = terms.Order(random);
            var (isOrdered, firstDescends, secondDescends) = (random.Next(4) > 0, random.Next(2) == 0, random.Next(2) == 0);
            var (skip, take) = (random.Next(6), random.Next(3) == 0 ? (int?)null : random.Next(8));
            var name = $"seed {seed}, query {number}: {term} order {(isOrdered ? $"{first.Name} {firstDescends}, {second.Name} {secondDescends}" : "")} skip {skip} take {take}";

            var query = Samples.Where(term.Sql);
            var expected = world.Samples.Where(sample => term.Truth(sample) == true).ToList();
            if (isOrdered)
            {
                query = firstDescends ? query.OrderByDescending(first.Column) : query.OrderBy(first.Column);
                query = secondDescends ? query.ThenByDescending(second.Column) : query.ThenBy(second.Column);
                expected = [.. expected.Order(Comparer<Sample>.Create((one, two) => Sign(first.Compare(one, two), firstDescends) is not 0 and var sign ? sign : Sign(second.Compare(one, two), secondDescends) is not 0 and var other ? other : one.Id - two.Id))];
            }

            var page = take is { } count ? query.Skip(skip).Take(count) : query.Skip(skip);
            var expectedPage = expected.Skip(skip).Take(take ?? int.MaxValue).Select(static sample => sample.Id).ToList();

            Assert.That(Ids(await query.ToListAsync()), Is.EqualTo(expected.Select(static sample => sample.Id)), name);
            Assert.That(Ids(await page.ToListAsync()), Is.EqualTo(expectedPage), name);
            Assert.That(await query.CountAsync(), Is.EqualTo(expected.Count), name);
            Assert.That(await page.CountAsync(), Is.EqualTo(expectedPage.Count), name);
            Assert.That(await page.AnyAsync(), Is.EqualTo(expectedPage.Count > 0), name);
            Assert.That((await query.FirstOrDefaultAsync())?.Id, Is.EqualTo(expected.FirstOrDefault()?.Id), name);
            Assert.That(await query.ExistsAsync(7), Is.EqualTo(expected.Exists(static sample => sample.Id == 7)), name);
        }
    }

    [Test]
    public async Task Queries_through_a_relation_find_what_memory_finds([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        var world = await SampleWorld.CreateAsync(random, Db);
        for (var number = 0; number < QueriesOfASeed; number++)
        {
            var sample = world.Samples[random.Next(20)];
            var term = Term.Any(random, 2, SampleTerms.OfLinks);
            var order = random.Next(6);
            var descending = random.Next(2) == 0;
            var (skip, take) = (random.Next(3), 1 + random.Next(4));
            var name = $"seed {seed}, query {number}: sample {sample.Id}, {term}, order {order} {descending}, skip {skip} take {take}";

            var query = Samples.Marks(sample.Id).Where((m, a) => term.Sql((m, a)));
            query = (order, descending) switch
            {
                (1, false) => query.OrderBy(static m => m.Rank),
                (1, true) => query.OrderByDescending(static m => m.Rank),
                (2, false) => query.OrderBy(static (_, a) => a.Weight),
                (2, true) => query.OrderByDescending(static (_, a) => a.Weight),
                (3, false) => query.OrderBy(static (_, a) => a.Cost),
                (3, true) => query.OrderByDescending(static (_, a) => a.Cost),
                (4, false) => query.OrderBy(static m => m.Name).ThenBy(static (_, a) => a.Note),
                (4, true) => query.OrderByDescending(static m => m.Name).ThenByDescending(static (_, a) => a.Note),
                _ => query,
            };
            var links = world.LinksOf(sample).Where(link => term.Truth(link) == true).ToList();
            var groups = links.GroupBy(static link => link.Mark.Id).ToList();
            var targets = groups.Order(Comparer<IGrouping<int, (Mark Mark, Marking Marking)>>.Create((one, two) => Compare(order, descending, [.. one], [.. two]) is not 0 and var sign ? sign : one.Key - two.Key)).Select(static group => group.Key).ToList();
            var orderedLinks = links.Order(Comparer<(Mark Mark, Marking Marking)>.Create((one, two) =>
                Compare(order, descending, [one], [two]) is not 0 and var sign ? sign : one.Mark.Id != two.Mark.Id ? one.Mark.Id - two.Mark.Id : one.Marking.Id - two.Marking.Id)).Select(static link => (link.Mark.Id, link.Marking.Id)).ToList();

            Assert.That((await query.ToListAsync()).Select(static mark => mark.Id), Is.EqualTo(targets), name);
            Assert.That((await query.Skip(skip).Take(take).ToListAsync()).Select(static mark => mark.Id), Is.EqualTo(targets.Skip(skip).Take(take)), name);
            Assert.That(await query.CountAsync(), Is.EqualTo(targets.Count), name);
            Assert.That(await query.Skip(skip).Take(take).CountAsync(), Is.EqualTo(targets.Skip(skip).Take(take).Count()), name);
            Assert.That(await query.Skip(skip).AnyAsync(), Is.EqualTo(targets.Count > skip), name);
            Assert.That((await query.Links().ToListAsync()).Select(static link => (link.Target.Id, link.Through.Id)), Is.EqualTo(orderedLinks), name);
            Assert.That((await query.Skip(skip).Take(take).Links().ToListAsync()).Select(static link => (link.Target.Id, link.Through.Id)), Is.EqualTo(orderedLinks.Skip(skip).Take(take)), name);
            Assert.That(await query.Links().CountAsync(), Is.EqualTo(links.Count), name);
            Assert.That(await query.Skip(skip).Take(take).Links().CountAsync(), Is.EqualTo(links.Skip(skip).Take(take).Count()), name);
        }
    }

    [Test]
    public async Task Includes_with_scopes_give_each_parent_what_memory_gives_it([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        var world = await SampleWorld.CreateAsync(random, Db);
        for (var number = 0; number < QueriesOfASeed / 2; number++)
        {
            var parents = Term.Any(random, 1, new SampleTerms(world).Any);
            var ofParts = Term.Any(random, 1, SampleTerms.OfParts);
            var ofLinks = Term.Any(random, 1, SampleTerms.OfLinks);
            var order = random.Next(7);
            var descending = random.Next(2) == 0;
            var isPaged = random.Next(3) > 0;

            // Inclusions into a whole table, and without conditions, take ways of their own.
            var (isOfAll, hasConditions) = (random.Next(2) == 0, random.Next(2) == 0);
            var (skip, take) = isPaged ? (random.Next(3), 1 + random.Next(3)) : (0, 1000);
            var name = $"seed {seed}, query {number}: {(isOfAll ? "all" : parents)}, {(hasConditions ? $"parts {ofParts}, links {ofLinks}" : "no conditions")}, order {order} {descending}, skip {skip} take {take}";

            var found = await (isOfAll ? Samples.OrderBy(static s => s.Id) : Samples.Where(parents.Sql))
                .Include(static p => p.Parts, q => Paged((hasConditions ? q.Where(ofParts.Sql) : q).OrderByDescending(static x => x.Size)))
                .Include(static p => p.Marks, m => PagedThrough(Ordered(hasConditions ? m.Where((x, a) => ofLinks.Sql((x, a))) : m)).Include(static x => x.Samples, s => s.OrderByDescending(static y => y.Id).Take(2)))
                .Include(static p => p.Markings, m => PagedThrough(Ordered(hasConditions ? m.Where((x, a) => ofLinks.Sql((x, a))) : m)))
                .ToListAsync();

            Assert.That(Ids(found), Is.EqualTo(world.Samples.Where(sample => isOfAll || parents.Truth(sample) == true).Select(static sample => sample.Id)), name);
            foreach (var sample in found)
            {
                var own = world.Samples[sample.Id - 1];
                var parts = world.PartsOf(own).Where(part => !hasConditions || ofParts.Truth(part) == true).OrderByDescending(static part => part.Size).ThenBy(static part => part.Id);
                var links = world.LinksOf(own).Where(link => !hasConditions || ofLinks.Truth(link) == true).ToList();
                var targets = links.GroupBy(static link => link.Mark.Id).Order(Comparer<IGrouping<int, (Mark Mark, Marking Marking)>>.Create((one, two) => Compare(order, descending, [.. one], [.. two]) is not 0 and var sign ? sign : one.Key - two.Key)).Select(static group => group.Key);
                var orderedLinks = links.Order(Comparer<(Mark Mark, Marking Marking)>.Create((one, two) =>
                    Compare(order, descending, [one], [two]) is not 0 and var sign ? sign : one.Mark.Id != two.Mark.Id ? one.Mark.Id - two.Mark.Id : one.Marking.Id - two.Marking.Id)).Select(static link => link.Marking.Id);
                Assert.That(sample.Parts.Select(static part => part.Id), Is.EqualTo(parts.Skip(skip).Take(take).Select(static part => part.Id)), $"{name}: parts of {sample.Id}");
                Assert.That(sample.Marks.Select(static mark => mark.Id), Is.EqualTo(targets.Skip(skip).Take(take)), $"{name}: marks of {sample.Id}");
                Assert.That(sample.Markings.Select(static link => link.Through.Id), Is.EqualTo(orderedLinks.Skip(skip).Take(take)), $"{name}: markings of {sample.Id}");
                Assert.That(sample.Marks.Select(static mark => string.Join(',', mark.Samples.Select(static back => back.Id))), Is.EqualTo(sample.Marks.Select(mark => string.Join(',', world.Markings.Where(marking => marking.MarkId == mark.Id).Select(static marking => marking.SampleId).Distinct().OrderDescending().Take(2)))), name);
            }

            ThroughScope<MarkProperties, MarkingProperties> Ordered(ThroughScope<MarkProperties, MarkingProperties> scope) => (order, descending) switch
            {
                (1, false) => scope.OrderBy(static m => m.Rank),
                (1, true) => scope.OrderByDescending(static m => m.Rank),
                (2, false) => scope.OrderBy(static (_, a) => a.Weight),
                (2, true) => scope.OrderByDescending(static (_, a) => a.Weight),
                (3, false) => scope.OrderBy(static (_, a) => a.Cost),
                (3, true) => scope.OrderByDescending(static (_, a) => a.Cost),
                (4, false) => scope.OrderBy(static m => m.Name).ThenBy(static (_, a) => a.Note),
                (4, true) => scope.OrderByDescending(static m => m.Name).ThenByDescending(static (_, a) => a.Note),
                (6, false) => scope.OrderBy(static m => m.Name).ThenBy(static m => m.Rank),
                (6, true) => scope.OrderByDescending(static m => m.Name).ThenByDescending(static m => m.Rank),
                _ => scope,
            };
            Scope<PartProperties> Paged(Scope<PartProperties> scope) => isPaged ? scope.Skip(skip).Take(take) : scope;
            ThroughScope<MarkProperties, MarkingProperties> PagedThrough(ThroughScope<MarkProperties, MarkingProperties> scope) => isPaged ? scope.Skip(skip).Take(take) : scope;
        }
    }

    [Test]
    public async Task Writes_with_conditions_and_pages_change_what_memory_would([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        var world = await SampleWorld.CreateAsync(random, Db);
        for (var number = 0; number < 12; number++)
        {
            var sample = world.Samples[random.Next(20)];
            var term = Term.Any(random, 2, SampleTerms.OfLinks);
            var take = random.Next(3) == 0 ? 2 : 1000;
            var name = $"seed {seed}, query {number}: sample {sample.Id}, {term}, take {take}";
            var query = Samples.Marks(sample.Id).Where((m, a) => term.Sql((m, a)));
            query = take == 2 ? query.Take(2) : query;
            var links = world.LinksOf(sample).Where(link => term.Truth(link) == true).OrderBy(static link => link.Mark.Id).ThenBy(static link => link.Marking.Id).ToList();
            var targets = links.Select(static link => link.Mark).Distinct().Take(take).ToList();
            links = [.. links.Take(take)];
            await using var transaction = await Db.BeginTransactionAsync();

            Assert.That(await new SampleRepository(transaction).Marks(sample.Id).Where((m, a) => term.Sql((m, a))).CountAsync(), Is.GreaterThanOrEqualTo(targets.Count), name);
            Assert.That(await In(transaction).PatchLinksAsync(new() { Note = "patched" }), Is.EqualTo(links.Count), name);
            Assert.That((await new MarkingRepository(transaction).Where(a => a.Note == "patched").ToListAsync()).Select(static marking => marking.Id), Is.EqualTo(links.Select(static link => link.Marking.Id).Order()), name);
            await transaction.RollbackAsync();

            await using var second = await Db.BeginTransactionAsync();
            Assert.That(await In(second).PatchAsync(new() { Name = "patched" }), Is.EqualTo(targets.Count), name);
            Assert.That((await new MarkRepository(second).Where(m => m.Name == "patched").ToListAsync()).Select(static mark => mark.Id), Is.EqualTo(targets.Select(static mark => mark.Id)), name);
            await second.RollbackAsync();

            await using var third = await Db.BeginTransactionAsync();
            Assert.That(await In(third).UnlinkAllAsync(), Is.EqualTo(links.Count), name);
            Assert.That((await new MarkingRepository(third).ToListAsync()).Select(static marking => marking.Id), Is.EqualTo(world.Markings.Select(static marking => marking.Id).Except(links.Select(static link => link.Marking.Id))), name);
            await third.RollbackAsync();

            await using var fourth = await Db.BeginTransactionAsync();
            Assert.That(await In(fourth).DeleteAsync(), Is.EqualTo(targets.Count), name);
            Assert.That((await new MarkRepository(fourth).ToListAsync()).Select(static mark => mark.Id), Is.EqualTo(world.Marks.Except(targets).Select(static mark => mark.Id)), name);
            Assert.That(await new MarkingRepository(fourth).CountAsync(), Is.EqualTo(world.Markings.Count(marking => targets.TrueForAll(mark => mark.Id != marking.MarkId))), name);

            ThroughQuery<Mark, int, MarkProperties, MarkPatch, Marking, MarkingProperties, MarkingPatch, int> In(Session session)
            {
                var relation = new SampleRepository(session).Marks(sample.Id).Where((m, a) => term.Sql((m, a)));
                return take == 2 ? relation.Take(2) : relation;
            }
        }
    }

    private static int Sign(int sign, bool descending) => descending ? -sign : sign;

    // Targets are ordered by the least value of their links when ascending, by the greatest when descending.
    private static int Compare(int order, bool descending, List<(Mark Mark, Marking Marking)> one, List<(Mark Mark, Marking Marking)> two)
    {
        return order switch
        {
            1 => Sign(one[0].Mark.Rank.CompareTo(two[0].Mark.Rank), descending),
            2 => By<int>(static link => link.Marking.Weight, Comparer<int?>.Default.Compare),
            3 => By<decimal>(static link => link.Marking.Cost, Comparer<decimal?>.Default.Compare),
            4 => Sign(string.CompareOrdinal(one[0].Mark.Name, two[0].Mark.Name), descending) is not 0 and var sign ? sign : ByNote(),
            6 => Sign((string.CompareOrdinal(one[0].Mark.Name, two[0].Mark.Name), one[0].Mark.Rank).CompareTo((0, two[0].Mark.Rank)), descending),
            _ => 0,
        };

        // The least and the greatest of SQL pass over nulls.
        int By<T>(Func<(Mark Mark, Marking Marking), T?> get, Comparison<T?> compare) where T : struct
        {
            T? Of(List<(Mark Mark, Marking Marking)> links) => descending ? links.Max(get) : links.Min(get);
            return Sign(compare(Of(one), Of(two)), descending);
        }

        int ByNote()
        {
            string? Of(List<(Mark Mark, Marking Marking)> links)
            {
                var notes = links.Select(static link => link.Marking.Note).OfType<string>().Order(StringComparer.Ordinal).ToList();
                return notes.Count == 0 ? null : descending ? notes[^1] : notes[0];
            }

            return Sign(string.CompareOrdinal(Of(one), Of(two)), descending);
        }
    }

    private static IEnumerable<int> Ids(IEnumerable<Sample> samples) => samples.Select(static sample => sample.Id);
}
