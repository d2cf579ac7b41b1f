using Relations.Tests.Models;

namespace Relations.Tests.Harness;

/// <summary>Tests that run on every kind of database, each test on an empty one.</summary>
[TestFixtureSource(typeof(TestServer), nameof(TestServer.Kinds))]
public abstract class DatabaseFixture(DatabaseKind kind)
{
    private protected static readonly DateTime Monday = new(2025, 3, 3, 9, 30, 0, DateTimeKind.Unspecified);

    private TestServer? server;

    public DatabaseKind Kind { get; } = kind;

    protected TestDatabase Test { get; private set; } = null!;

    protected Database Db => Test.Database;

    protected DoctorRepository Doctors => new(Db);

    protected PatientRepository Patients => new(Db);

    protected AppointmentRepository Appointments => new(Db);

    [OneTimeSetUp]
    public void StartServer() => server = TestServer.Of(Kind);

    [OneTimeTearDown]
    public void StopServer() => server?.Dispose();

    [SetUp]
    public async Task OpenDatabase() => Test = await OpenAnotherAsync();

    [TearDown]
    public async Task CloseDatabase() => await Test.DisposeAsync();

    private protected ValueTask<TestDatabase> OpenAnotherAsync() => server!.OpenAsync();

    /// <summary>LoopBack's example: Doctor Mario (1) with Luigi (1) and Peach (2), Peach twice; Doctor Link (2) with Peach (2) and Zelda (3); Doctor Toad (3) and patient Daisy (4) without anybody.</summary>
    private protected async Task SeedClinicAsync(Session? session = null)
    {
        session ??= Db;
        await new DoctorRepository(session).CreateAllAsync([new() { Name = "Mario" }, new() { Name = "Link" }, new() { Name = "Toad" }]);
        await new PatientRepository(session).CreateAllAsync(
        [
            new() { Name = "Luigi", BirthYear = 1983 },
            new() { Name = "Peach", BirthYear = 1985 },
            new() { Name = "Zelda", BirthYear = 1986 },
            new() { Name = "Daisy", BirthYear = 1989 },
        ]);
        await new AppointmentRepository(session).CreateAllAsync(
        [
            new() { DoctorId = 1, PatientId = 2, At = Monday.AddDays(3), Note = "again" },
            new() { DoctorId = 1, PatientId = 1, At = Monday, Note = "first" },
            new() { DoctorId = 1, PatientId = 2, At = Monday.AddDays(1) },
            new() { DoctorId = 2, PatientId = 3, At = Monday.AddDays(2) },
            new() { DoctorId = 2, PatientId = 2, At = Monday.AddDays(4) },
        ]);
    }

    /// <summary>Has a trigger keep rows from a statement without an error of its own, where they meet a condition.</summary>
    private protected void PassOver(string table, string condition, string statement = "INSERT") =>
        Test.RunUnchecked(
            Kind == DatabaseKind.Sqlite
            ? $"CREATE TRIGGER \"unwanted {statement} {table}\" BEFORE {statement} ON \"{table}\" WHEN {condition} BEGIN SELECT RAISE(IGNORE); END"
            : $"""
              CREATE OR REPLACE FUNCTION pass_over() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
              CREATE TRIGGER unwanted_{statement} BEFORE {statement} ON "{table}" FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION pass_over();
              """,
            undo: "DROP FUNCTION IF EXISTS pass_over CASCADE");

    private protected static IEnumerable<string> Names(IEnumerable<Patient> patients) => patients.Select(static patient => patient.Name);

    private protected static IEnumerable<string> Names(IEnumerable<Doctor> doctors) => doctors.Select(static doctor => doctor.Name);
}
