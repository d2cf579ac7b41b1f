using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>A trigger may keep new rows out, and rows as they are, without an error of its own.</summary>
public sealed class PassedOverRowTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    public static IEnumerable<TestCaseData> Operations =>
    [
        Case("create", static (session, patient) => new PatientRepository(session).CreateAsync(patient)),
        Case("create all", static (session, patient) => new PatientRepository(session).CreateAllAsync([new() { Name = "Luigi" }, patient, new() { Name = "Wario" }])),
        Case("create through", static (session, patient) => new DoctorRepository(session).Patients(1).CreateAsync(patient, new() { At = Monday })),
        Case("save", static (session, patient) => new PatientRepository(session).SaveAsync(patient)),
    ];

    [SetUp]
    public async Task Seed()
    {
        await SeedClinicAsync();
        PassOver("Patient", "NEW.\"Name\" = 'unwanted'");
    }

    [TestCaseSource(nameof(Operations))]
    public async Task It_is_an_error_that_says_so_and_nothing_is_written(Func<Session, Patient, Task> operation)
    {
        var before = await Test.DumpAsync();

        Assert.That(
            async () => await operation(Db, new() { Name = "unwanted" }),
            Throws.TypeOf<ConstraintException>().With.Message.StartsWith("The database passed a new Patient over: nothing was written. A trigger on the table Patient"));
        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task In_a_transaction_what_was_written_before_stays(Func<Session, Patient, Task> operation)
    {
        await using var transaction = await Db.BeginTransactionAsync();
        await Patients.In(transaction).CreateAsync(new() { Name = "Toad" });
        var before = await Test.DumpAsync(transaction);

        Assert.That(async () => await operation(transaction, new() { Name = "unwanted" }), Throws.TypeOf<ConstraintException>());
        Assert.That(await Test.DumpAsync(transaction), Is.EqualTo(before));

        await transaction.CommitAsync();
        Assert.That(await Patients.Where(p => p.Name == "Toad").CountAsync(), Is.EqualTo(1));
    }

    public static IEnumerable<TestCaseData> Changes =>
    [
        Change("update", "change", static (session, id) => new PatientRepository(session).UpdateAsync(new() { Pid = id, Name = "changed" })),
        Change("replace", "change", static (session, id) => new PatientRepository(session).ReplaceByIdAsync(id, new() { Name = "changed" })),
        Change("patch", "change", static (session, id) => new PatientRepository(session).PatchByIdAsync(id, new() { Name = "changed" })),
        Change("delete", "deletion", static (session, id) => new PatientRepository(session).DeleteByIdAsync(id)),
    ];

    [TestCaseSource(nameof(Changes))]
    public async Task A_row_that_stays_as_it_is_is_not_said_to_be_missing(Func<Session, int, Task> change, string what)
    {
        PassOver("Patient", "OLD.\"Pid\" = 4", "UPDATE");
        PassOver("Patient", "OLD.\"Pid\" = 4", "DELETE");
        var before = await Test.DumpAsync();

        Assert.That(
            async () => await change(Db, 4),
            Throws.TypeOf<ConstraintException>().With.Message.StartsWith($"The database passed the {what} of the Patient with id 4 over: nothing was written. A trigger on the table Patient"));
        Assert.That(async () => await change(Db, 99), Throws.TypeOf<EntityNotFoundException>());
        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    private static TestCaseData Change(string name, string what, Func<Session, int, ValueTask> change) =>
        new TestCaseData((Func<Session, int, Task>)(async (session, id) => await change(session, id)), what).SetArgDisplayNames(name);

    private static TestCaseData Case<T>(string name, Func<Session, Patient, ValueTask<T>> operation) =>
        new TestCaseData((Func<Session, Patient, Task>)(async (session, patient) => await operation(session, patient))).SetArgDisplayNames(name);
}
