using Relations.Definitions;
using Relations.Inclusion;
using Relations.Querying;
using Relations.Sessions;
using Relations.Sql;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>An inclusion into all rows of a table takes another way than one into some; what it gives is the same.</summary>
public sealed class WholeTableInclusionTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private const string Target = "SELECT 1, 'Luigi', 1983, NULL, 1";
    private const string Link11 = "SELECT NULL, NULL, NULL, 1, 1";
    private const string Link12 = "SELECT NULL, NULL, NULL, 1, 2";
    private const string Link21 = "SELECT NULL, NULL, NULL, 2, 1";
    private const string Other = "SELECT 2, 'Peach', 1985, NULL, 2";

    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public async Task Gives_what_an_inclusion_into_some_rows_gives()
    {
        Test.RunUnchecked("""INSERT INTO "Appointment" ("DoctorId", "PatientId", "At") VALUES (1, 99, '2025-01-01 00:00:00'), (99, 1, '2025-01-01 00:00:00')""");

        var all = await Doctors.Include(d => d.Patients, p => p.Include(x => x.Doctors)).ToListAsync();
        var some = await Doctors.Where(d => d.Id > 0).Include(d => d.Patients, p => p.Include(x => x.Doctors)).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(Shown), Is.EqualTo(some.Select(Shown)));
            Assert.That(all.Select(Shown), Is.EqualTo(new[] { "Mario: Luigi of Mario, Peach of Mario and Link", "Link: Peach of Mario and Link, Zelda of Link", "Toad: " }));
            Assert.That(all[0].Patients[1], Is.SameAs(all[1].Patients[0]));
        }

        static string Shown(Doctor doctor) => $"{doctor.Name}: {string.Join(", ", doctor.Patients.Select(static patient => $"{patient.Name} of {string.Join(" and ", Names(patient.Doctors))}"))}";
    }

    [Test]
    public async Task Takes_one_statement_for_each_relation()
    {
        using var log = Test.Record();

        await Doctors.OrderByDescending(d => d.Name).Include(d => d.Patients, p => p.Include(x => x.Doctors)).Include(d => d.Visits).ToListAsync();

        Assert.That(log.Rows, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task The_way_back_by_the_same_links_needs_no_keys_either()
    {
        using var log = Test.Record();

        await Doctors.Include(d => d.Patients, p => p.Include(x => x.Doctors, d => d.Include(x => x.Patients))).ToListAsync();
        Assert.That(log.Rows, Has.Count.EqualTo(4).And.None.Contain("json_each").And.None.Contain("ANY"));

        await Doctors.Include(d => d.Patients, p => p.Where(x => x.Pid > 0).Include(x => x.Doctors)).ToListAsync();
        await Doctors.Patients(1).Include(p => p.Doctors).ToListAsync();
        await Doctors.Where(d => d.Id > 0).Include(d => d.Patients, p => p.Include(x => x.Doctors)).ToListAsync();
        Assert.That(log.Rows.Count(static sql => sql.Contains("json_each", StringComparison.Ordinal) || sql.Contains("ANY", StringComparison.Ordinal)), Is.EqualTo(4), string.Join('\n', log.Rows));
    }

    [Test]
    public async Task Reads_only_the_columns_that_are_asked_for()
    {
        var doctors = await Doctors.Include(d => d.Patients, p => p.Fields(x => x.Name)).ToListAsync();

        Assert.That(doctors[0].Patients.Select(static patient => (patient.Pid, patient.Name, patient.BirthYear)), Is.EqualTo(new[] { (0, "Luigi", 0), (0, "Peach", 0) }));
    }

    [TestCase(Target, Other, "SELECT NULL, NULL, NULL, 1, 1", "SELECT NULL, NULL, NULL, 1, 2", ExpectedResult = true)]
    [TestCase(Target, "SELECT NULL, NULL, NULL, 1, 1", "SELECT NULL, NULL, NULL, 1, 1", "SELECT NULL, NULL, NULL, 2, 1", ExpectedResult = true)]
    [TestCase(Target, "SELECT NULL, NULL, NULL, 1, 1", Other, "SELECT NULL, NULL, NULL, 1, 2", ExpectedResult = false)]
    [TestCase(Target, Other, "SELECT NULL, NULL, NULL, 1, 2", "SELECT NULL, NULL, NULL, 1, 1", ExpectedResult = false)]
    [TestCase(Target, "SELECT NULL, NULL, NULL, 1, 1", "SELECT NULL, NULL, NULL, 2, 1", "SELECT NULL, NULL, NULL, 1, 1", ExpectedResult = false)]
    [NotOn(DatabaseKind.PostgreSql, "The statement is SQLite's; on PostgreSQL targets are joined.")]
    public async Task<bool> Notices_rows_that_come_in_another_order(params string[] rows)
    {
        var (keys, targets) = await TwoSourcesAsync();
        var sink = new TargetsAndLinks<int, Patient, int>(keys, Relation.SourceKey, [3], new(Relation.TargetKeyMapping), [4], targets, new(new(Relation.TargetKeyMapping)), new(keys));

        await ReadAsync(string.Join(" UNION ALL ", rows), sink);

        return sink.IsInOrder;
    }

    [TestCase(Link11, Link21, Link12, Target, Other, ExpectedResult = true)]
    [TestCase(Link11, Link11, Target, Other, ExpectedResult = true)]
    [TestCase(Link11, Target, Link12, Other, ExpectedResult = false)]
    [TestCase(Link11, Target, Link21, ExpectedResult = false)]
    [TestCase(Link11, Link12, Link11, Target, Other, ExpectedResult = false)]
    [NotOn(DatabaseKind.PostgreSql, "The statement is SQLite's; on PostgreSQL targets are joined.")]
    public async Task<bool> Notices_links_that_come_in_another_order(params string[] rows)
    {
        var (keys, targets) = await TwoSourcesAsync();
        var sink = new LinksAndTargets<int, Patient, int>(keys, Relation.SourceKey, [3], new(Relation.TargetKeyMapping), [4], targets, new(keys), default);

        await ReadAsync(string.Join(" UNION ALL ", rows), sink);

        return sink.IsInOrder;
    }

    [Test]
    public async Task Gives_each_source_its_page_of_the_targets_in_their_order()
    {
        await Doctors.Patients(1).LinkAllAsync([3, 3, 2], new() { At = Monday });

        var pages = await Doctors.Include(d => d.Patients, p => p.OrderByDescending(x => x.Name).Skip(1).Take(1)).ToListAsync();
        var some = await Doctors.Where(d => d.Id > 0).Include(d => d.Patients, p => p.OrderByDescending(x => x.Name).Skip(1).Take(1)).ToListAsync();
        var none = await Doctors.Include(d => d.Patients, p => p.Take(0)).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pages.Select(static doctor => string.Join(", ", Names(doctor.Patients))), Is.EqualTo(new[] { "Peach", "Peach", "" }));
            Assert.That(pages[0].Patients[0], Is.SameAs(pages[1].Patients[0]));
            Assert.That(some.Select(static doctor => string.Join(", ", Names(doctor.Patients))), Is.EqualTo(new[] { "Peach", "Peach", "" }));
            Assert.That(none.Select(static doctor => doctor.Patients), Is.All.Empty);
        }
    }

    private static HasManyThroughDefinition<Doctor, Patient, Appointment, int, int> Relation =>
        (HasManyThroughDefinition<Doctor, Patient, Appointment, int, int>)DoctorRepository.Definition.Relations["patients"];

    private async Task<(SourceKeys<int> Keys, EntityLoader<Patient> Targets)> TwoSourcesAsync()
    {
        var keys = new SourceKeys<int>(Relation.SourceKey);
        await ReadAsync("SELECT 1 UNION ALL SELECT 2", new SourceSink(keys));
        return (keys, new(PatientRepository.Definition, QuerySpecification.OfTargets(Relation), new InclusionContext(Db, new(PatientRepository.Definition))));
    }

    private ValueTask<bool> ReadAsync(string sql, RowSink sink) =>
        Db.RunAsync(
            Access.Read,
            (sql, sink),
            static async (connection, state, cancel) =>
            {
                await connection.ReadAsync(new Statement().Append(state.sql), state.sink, cancel);
                return true;
            },
            CancellationToken.None);

    private sealed class SourceSink(SourceKeys<int> keys) : RowSink
    {
        public override bool Accept<TReader>(ref TReader row)
        {
            keys.Add(ref row, [0]);
            return true;
        }
    }
}
