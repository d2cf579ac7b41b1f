using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Resolvers that hold for every repository of an entity. What they register stays for the whole run, so the entities are these tests' alone.</summary>
[NonParallelizable]
public sealed class EntityResolverTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private static readonly LongestFirst films = new();
    private static readonly Ratings ratings = new();

    private CinemaRepository Cinemas => new(Db);

    private FilmRepository Films => new(Db);

    [OneTimeSetUp]
    public void Register()
    {
        var resolvers = InclusionResolvers.Of(CinemaRepository.Definition);
        resolvers.Register("films", films);
        resolvers.Register("rating", ratings);
        resolvers.Remove("screenings");
    }

    [SetUp]
    public async Task Seed()
    {
        await Cinemas.CreateAllAsync([new() { Name = "Rex" }, new() { Name = "Lux" }, new() { Name = "Odeon" }]);
        await Films.CreateAllAsync([new() { Title = "It" }, new() { Title = "Metropolis" }, new() { Title = "Alien" }]);
        await Cinemas.Films(1).LinkAllAsync([1, 2], new() { Seats = 10 });
        await Cinemas.Films(2).LinkAllAsync([2, 3], new() { Seats = 20 });
        films.Calls.Clear();
        ratings.Calls.Clear();
    }

    [Test]
    public async Task L082_It_holds_for_a_repository_that_was_there_before_and_in_a_transaction()
    {
        var cinemas = Cinemas;
        await using var transaction = await Db.BeginTransactionAsync();

        var all = await cinemas.Include(c => c.Films).ToListAsync();
        var again = await cinemas.In(transaction).Include(c => c.Films).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(Titles), Is.EqualTo(["Metropolis,It", "Metropolis,Alien", ""]));
            Assert.That(again.Select(Titles), Is.EqualTo(all.Select(Titles)));
            Assert.That(films.Calls, Is.EqualTo([3, 3]));
        }
    }

    [Test]
    public async Task L082_It_holds_where_another_repository_reaches_the_entity_once_for_a_level_with_all_parents()
    {
        using var log = Test.Record();

        var all = await Films.Include(f => f.Cinemas, c => c.Include(x => x.Films).Include("rating")).ToListAsync();
        var onRelation = await Films.Cinemas(2).Include(c => c.Films).ToListAsync();
        var links = await Films.Cinemas(2).Include("rating").Links().ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(films.Calls, Is.EqualTo([2, 2]));
            Assert.That(ratings.Calls, Is.EqualTo([2, 2]));
            Assert.That(Titles(all[0].Cinemas[0]), Is.EqualTo("Metropolis,It"));
            Assert.That(all[1].Cinemas.Select(static cinema => cinema.Rating), Is.EqualTo([3, 3]));
            Assert.That(onRelation.Select(Titles), Is.EqualTo(["Metropolis,It", "Metropolis,Alien"]));
            Assert.That(links.Select(static link => link.Target.Rating), Is.EqualTo([3, 3]));
            Assert.That(log.Rows, Has.Count.EqualTo(6), "the resolver of the films asks once for each level, the one of the ratings never");
        }
    }

    [Test]
    public async Task L082_What_a_repository_says_itself_goes_before()
    {
        var without = Cinemas;
        without.InclusionResolvers.Remove("films");
        var other = Cinemas;
        var own = new LongestFirst();
        other.InclusionResolvers.Register("films", own);
        other.InclusionResolvers.Register("screenings", new NoScreenings());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(without.InclusionResolvers.Contains("films"), Is.False);
            Assert.That(async () => await without.Include(c => c.Films).ToListAsync(), Throws.TypeOf<InvalidInclusionException>());
            Assert.That(async () => await without.Include(c => c.Programme, p => p.Include(f => f.Cinemas, c => c.Include(x => x.Films))).ToListAsync(), Throws.TypeOf<InvalidInclusionException>(), "at every level of its own queries");
            Assert.That(await Cinemas.Include(c => c.Films).CountAsync(), Is.EqualTo(3));
            Assert.That((await other.Include(c => c.Films).Include(c => c.Screenings).ToListAsync()).Select(static cinema => cinema.Screenings.Count), Is.All.Zero);
            Assert.That(own.Calls, Is.EqualTo([3]));
            Assert.That(films.Calls, Is.EqualTo([3]), "what the own one loads through a repository is included as for any repository");
        }
    }

    [Test]
    public void L082_091_What_is_removed_for_the_entity_is_unknown_to_all_before_any_statement()
    {
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Cinemas.InclusionResolvers.Contains("screenings"), Is.False);
            Assert.That(async () => await Cinemas.Include(c => c.Screenings).ToListAsync(), Throws.TypeOf<InvalidInclusionException>().With.Message.EqualTo("Invalid \"filter.include\" entries: \"screenings\""));
            Assert.That(
                async () => await Films.Include(f => f.Cinemas, c => c.Include(x => x.Screenings, s => s.Take(1)).Include("nothing")).ToListAsync(),
                Throws.TypeOf<InvalidInclusionException>().With.Message.EqualTo("Invalid \"filter.include\" entries: {\"relation\":\"screenings\",\"scope\":{\"limit\":1}}; \"nothing\""));
            Assert.That(log.All, Is.Empty);
        }
    }

    [Test]
    public async Task L082_A_filter_may_ask_for_it()
    {
        var all = await Films.FindAsync(Filter<Film>.Parse("""{"include":[{"relation":"cinemas","scope":{"include":["rating","films"]}}]}"""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((all[0].Cinemas[0].Rating, Titles(all[0].Cinemas[0])), Is.EqualTo((3, "Metropolis,It")));
            Assert.That(async () => await Cinemas.FindAsync(Filter<Cinema>.Parse("""{"include":["screenings"]}""")), Throws.TypeOf<InvalidInclusionException>());
            Assert.That(async () => await Films.FindAsync(Filter<Film>.Parse("""{"include":["rating"]}""")), Throws.TypeOf<InvalidInclusionException>(), "it is registered for cinemas");
            Assert.That(async () => await Cinemas.FindAsync(Filter<Cinema>.Parse("""{"include":["rating","rating"]}""")), Throws.TypeOf<InvalidFilterException>());
            Assert.That(async () => await Cinemas.FindAsync(Filter<Cinema>.Parse("""{"include":[{"relation":"rating","scope":{"limit":1}}]}""")), Throws.TypeOf<InvalidFilterException>());
            Assert.That(async () => await Cinemas.FindAsync(Filter<Cinema>.Parse("""{"include":[{"relation":"films","scope":{"limit":1}}]}""")), Throws.TypeOf<InvalidFilterException>());
        }
    }

    [Test]
    public async Task L082_The_removed_relations_own_repository_goes_on() =>
        Assert.That(await Cinemas.Screenings(1).CountAsync(), Is.EqualTo(2));

    private static string Titles(Cinema cinema) => string.Join(',', cinema.Films.Select(static film => film.Title));

    /// <summary>Has the generated resolver do the work: inside a resolver, its own relation is not included by itself again.</summary>
    private sealed class LongestFirst : IInclusionResolver<Cinema>
    {
        public List<int> Calls { get; } = [];

        public async ValueTask ResolveAsync(IReadOnlyList<Cinema> sources, Session session, CancellationToken cancellationToken)
        {
            Calls.Add(sources.Count);
            var cinemas = new CinemaRepository(session);
            await cinemas.LoadAsync(sources, c => c.Films, cancellationToken: cancellationToken);
            foreach (var source in sources)
            {
                CinemaRepository.Definition.Fill(source, "films", source.Films.OrderByDescending(static film => film.Title.Length));
            }
        }
    }

    private sealed class Ratings : IInclusionResolver<Cinema>
    {
        public List<int> Calls { get; } = [];

        public ValueTask ResolveAsync(IReadOnlyList<Cinema> sources, Session session, CancellationToken cancellationToken)
        {
            Calls.Add(sources.Count);
            foreach (var source in sources)
            {
                source.Rating = source.Name.Length;
            }

            return default;
        }
    }

    private sealed class NoScreenings : IInclusionResolver<Cinema>
    {
        public ValueTask ResolveAsync(IReadOnlyList<Cinema> sources, Session session, CancellationToken cancellationToken)
        {
            foreach (var source in sources)
            {
                CinemaRepository.Definition.Fill<Screening>(source, "screenings", []);
            }

            return default;
        }
    }
}
