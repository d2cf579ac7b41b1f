using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's behaviours of the registry of inclusion resolvers.</summary>
public sealed class InclusionResolverTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public void An_order_by_the_through_rows_is_told_as_filters_write_it()
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Remove("patients");

        var error = Assert.ThrowsAsync<InvalidInclusionException>(async () => await doctors.Include(d => d.Patients, p => p.OrderByDescending((x, a) => a.At).ThenBy(x => x.Name)).ToListAsync());

        Assert.That(error.Message, Does.EndWith("""{"relation":"patients","scope":{"order":["through.at DESC","name ASC"]}}"""));
    }

    [Test]
    public async Task L082_A_removed_resolver_makes_inclusion_an_error_and_leaves_the_relations_repository()
    {
        var doctors = Doctors;
        Assert.That(doctors.InclusionResolvers.Contains("patients"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctors.InclusionResolvers.Remove("patients"));
            Assert.That(doctors.InclusionResolvers.Remove("patients"), Is.False);
            Assert.That(doctors.InclusionResolvers.Contains("patients"), Is.False);
            Assert.That(doctors.InclusionResolvers.Contains("visits"));
            Assert.That(async () => await doctors.Include(d => d.Patients).ToListAsync(), Throws.TypeOf<InvalidInclusionException>());
            Assert.That(async () => await doctors.LoadAsync(await doctors.ToListAsync(), d => d.Patients), Throws.TypeOf<InvalidInclusionException>());
            Assert.That(await doctors.Patients(1).CountAsync(), Is.EqualTo(2));
            Assert.That(await doctors.Patients(1).LinkAsync(4, new() { At = Monday }));
            Assert.That(await doctors.Include(d => d.Visits).ToListAsync(), Has.Count.EqualTo(3));
            Assert.That(await Doctors.Include(d => d.Patients).ToListAsync(), Has.Count.EqualTo(3), "another repository has a registry of its own");
        }
    }

    [Test]
    public async Task L082_The_registry_goes_along_into_a_transaction()
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Remove("patients");
        await using var transaction = await Db.BeginTransactionAsync();

        Assert.ThrowsAsync<InvalidInclusionException>(async () => await doctors.In(transaction).Include(d => d.Patients).ToListAsync());
    }

    [Test]
    public async Task L082_A_users_own_resolver_replaces_a_generated_one()
    {
        var doctors = Doctors;
        var resolver = new CountingResolver();
        doctors.InclusionResolvers.Register("patients", resolver);

        var all = await doctors.Include(d => d.Patients).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(resolver.Calls, Is.EqualTo([3]));
            Assert.That(all[0].IsLoaded(d => d.Patients), Is.False, "this resolver fills nothing");
            Assert.That(() => doctors.InclusionResolvers.Register("Patients", resolver), Throws.ArgumentException.With.Message.Contains("did you mean 'patients'?"));
            Assert.That(() => doctors.InclusionResolvers.Register("", resolver), Throws.ArgumentException);
            Assert.That(() => Patients.InclusionResolvers.Register("doctors", resolver), Throws.ArgumentException);
        }
    }

    [Test]
    public void L091_A_disabled_include_is_named_as_LoopBack_does_before_any_statement()
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Remove("patients");
        doctors.InclusionResolvers.Remove("visits");
        using var log = Test.Record();

        var error = Assert.ThrowsAsync<InvalidInclusionException>(async () => await doctors.Include(d => d.Patients).Include(d => d.Visits, v => v.Take(1)).ToListAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo("Invalid \"filter.include\" entries: \"patients\"; {\"relation\":\"visits\",\"scope\":{\"limit\":1}}"));
            Assert.That(error.Code, Is.EqualTo("INVALID_INCLUSION_FILTER"));
            Assert.That(log.All, Is.Empty);
        }
    }

    [Test]
    public void L091_A_disabled_include_is_found_at_every_level_before_any_statement()
    {
        var doctors = Doctors;
        doctors.InclusionResolvers.Remove("visits");
        using var log = Test.Record();

        Assert.ThrowsAsync<InvalidInclusionException>(async () => await doctors.Include(d => d.Patients, p => p.Include(x => x.Doctors, d => d.Include(y => y.Visits))).ToListAsync());
        Assert.That(log.All, Is.Empty);
    }

    private sealed class CountingResolver : IInclusionResolver<Doctor>
    {
        public List<int> Calls { get; } = [];

        public ValueTask ResolveAsync(IReadOnlyList<Doctor> sources, Session session, CancellationToken cancellationToken)
        {
            Calls.Add(sources.Count);
            return default;
        }
    }
}
