using NUnit.Framework.Constraints;
using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>What makes no sense is refused with a clear error before anything is sent, and what is merely large is not.</summary>
public sealed class BadArgumentTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task Nulls_are_refused_before_any_statement()
    {
        using var log = Test.Record();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new DoctorRepository(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.CreateAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.CreateAllAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.LoadAsync([null!], static d => d.Patients), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.CreateAllAsync([new() { Name = "x" }, null!]), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.UpdateAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.SaveAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.ReplaceByIdAsync(1, null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.PatchByIdAsync(1, null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.PatchAllAsync(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Where(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.OrderBy(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.ThenByDescending(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Include<ThroughScope<PatientProperties, AppointmentProperties>>(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Include<ThroughScope<PatientProperties, AppointmentProperties>>(_ => null!), Throws.ArgumentException);
            Assert.That(() => Doctors.Include(d => d.Patients, _ => null!), Throws.ArgumentException);
            Assert.That(async () => await Db.ExecuteAsync($" "), Throws.InvalidOperationException.With.Message.Contains("empty"));
            Assert.That(async () => await Db.ExecuteAsync(default), Throws.InvalidOperationException.With.Message.Contains("empty"));
            Assert.That(() => Doctors.Fields(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Fields(), Throws.ArgumentException);
            Assert.That(() => Doctors.Fields(d => d.Name, null!), Throws.ArgumentException);
            Assert.That(() => Doctors.Patients((Doctor)null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).CreateAsync(null!, new() { At = Monday }), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).CreateAsync(new() { Name = "x" }, null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).LinkAsync(1, null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).LinkAllAsync(null!, new() { At = Monday }), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).LinkAllAsync([1], null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).SetAsync(null!, new() { At = Monday }), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).SetAsync([1], null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).PatchLinksAsync(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Patients(1).Where((Func<PatientProperties, AppointmentProperties, Condition>)null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Patients(1).OrderBy((Func<PatientProperties, AppointmentProperties, Column>)null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Licence(1).CreateAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await new CustomerRepository(Db).Orders(1).CreateAsync(null!), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).CreateAllAsync(null!, new() { At = Monday }), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).CreateAllAsync([new() { Name = "x" }, null!], new() { At = Monday }), Throws.ArgumentNullException);
            Assert.That(async () => await Doctors.Patients(1).CreateAllAsync([new() { Name = "x" }], null!), Throws.ArgumentNullException);
            Assert.That(async () => await new CustomerRepository(Db).Orders(1).CreateAllAsync([null!]), Throws.ArgumentNullException);
            Assert.That(() => Patients.Where(p => p.Name.StartsWith(null!)), Throws.ArgumentNullException);
            Assert.That(() => Patients.Where(p => p.Name.Like(null!)), Throws.ArgumentNullException);
            Assert.That(() => Patients.Where(p => p.Name.In((IEnumerable<string>)null!)), Throws.ArgumentNullException);
            Assert.That(() => Doctors.Where(d => d.Patients.Any((Func<PatientProperties, Condition>)null!)), Throws.ArgumentNullException);
            Assert.That(() => Doctors.InclusionResolvers.Contains(null!), Throws.ArgumentNullException);
            Assert.That(() => Doctors.InclusionResolvers.Remove(null!), Throws.ArgumentNullException);
            Assert.That(log.All, Is.Empty);
            Assert.That(await Doctors.CountAsync(), Is.Zero);
        }
    }

    [Test]
    public void A_condition_without_a_value_is_refused()
    {
        Assert.That(async () => await Doctors.Where(_ => default).DeleteAsync(), Throws.ArgumentException.With.Message.Contains("Condition.True"));
        Assert.That(() => Doctors.Where(d => default(Condition) || d.Id == 1), Throws.ArgumentException);
    }

    [Test]
    public async Task A_column_of_another_query_is_refused()
    {
        await SeedClinicAsync();
        DoctorProperties other = default;
        _ = Doctors.Where(d =>
        {
            other = d;
            return Condition.True;
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Patients.Where(p => p.Name == other.Name).ToListAsync(), Throws.InvalidOperationException.With.Message.Contains("Doctor"));
            Assert.That(() => Patients.Where(p => p.Name == other.Name).ToSql(), Throws.InvalidOperationException);
            Assert.That(() => Patients.OrderBy(_ => other.Name).ToListAsync(), Throws.InvalidOperationException);
            Assert.That(() => Patients.Fields(_ => other.Name), Throws.ArgumentException);
            Assert.That(() => Doctors.Include(_ => other.Patients), Throws.ArgumentException);
            Assert.That(() => Patients.Where(_ => default(PatientProperties).Name == "x"), Throws.ArgumentException);
            Assert.That(() => Doctors.Where(_ => other.Patients.Any()).ToListAsync(), Throws.InvalidOperationException);
            Assert.That(() => Doctors.Where(_ => default(DoctorProperties).Patients.Any()), Throws.InvalidOperationException);
            Assert.That(async () => await Patients.CountAsync(), Is.EqualTo(4));
        }
    }

    [Test]
    public async Task More_values_than_a_statement_may_have_are_refused_and_a_transaction_goes_on()
    {
        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await Patients.In(transaction).CreateAsync(new() { Name = "kept" });
            Assert.That(
                async () => await Patients.In(transaction).Where(p => Enumerable.Range(0, 300_000).Aggregate(Condition.False, (all, year) => all | p.BirthYear == year)).CountAsync(),
                Throws.TypeOf<RelationsException>().With.Message.Contains("values").And.Message.Contains("use In"));
            await transaction.CommitAsync();
        }

        Assert.That(await Patients.Where(p => p.Name == "kept").CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public void A_column_is_refused_outside_its_subquery()
    {
        using var log = Test.Record();

        PatientProperties inner = default;
        Column<string> title = default;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.Where(d => d.Patients.Any(Inner) & inner.Name == "x").ToListAsync(), Refused());
            Assert.That(() => Doctors.Where(d => d.Patients.All(Inner) | inner.Name == "x").ToListAsync(), Refused());
            Assert.That(() => Doctors.Where(d => d.Patients.Count(Inner) > 0 & inner.Name == "x").ToListAsync(), Refused());
            Assert.That(() => new CustomerRepository(Db).Where(c => c.Promotions.Any(p => { title = p.Title; return p.Title == "x"; }) & title == "x").ToListAsync(), Throws.InvalidOperationException.With.Message.StartsWith("A column of Promotion "));
            Assert.That(log.All, Is.Empty);
        }

        Condition Inner(PatientProperties patient)
        {
            inner = patient;
            return patient.Name == "x";
        }

        static Constraint Refused() => Throws.InvalidOperationException.With.Message.StartsWith("A column of Patient is used in a query that it is no part of.");
    }

    [Test]
    public void Negative_skip_and_take_are_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.Skip(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => Doctors.Take(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => Doctors.Patients(1).Take(int.MinValue), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => Doctors.Include(d => d.Patients, p => p.Skip(-1)), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    [Test]
    public async Task The_greatest_skip_and_take_do_no_harm()
    {
        await SeedClinicAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Doctors.Skip(int.MaxValue).Take(int.MaxValue).ToListAsync(), Is.Empty);
            Assert.That(await Doctors.Skip(0).Take(int.MaxValue).ToListAsync(), Has.Count.EqualTo(3));
            Assert.That((await Doctors.Include(d => d.Patients, p => p.Skip(1).Take(int.MaxValue)).FindByIdAsync(1)).Patients, Has.Count.EqualTo(1));
            Assert.That((await Doctors.Include(d => d.Patients, p => p.Skip(int.MaxValue).Take(int.MaxValue)).FindByIdAsync(1)).Patients, Is.Empty);
        }
    }

    [Test]
    public async Task Single_says_when_there_are_several()
    {
        await SeedClinicAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.SingleAsync(), Throws.InvalidOperationException);
            Assert.That(() => Doctors.Patients(1).SingleOrDefaultAsync(), Throws.InvalidOperationException);
            Assert.That(async () => (await Doctors.Take(1).SingleAsync()).Id, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Conditions_may_be_deep()
    {
        await SeedClinicAsync();
        var condition = Patients.Where(p =>
        {
            var any = Condition.False;
            for (var id = 0; id < 400; id++)
            {
                any |= p.Pid == id;
            }

            return any;
        });

        Assert.That(await condition.CountAsync(), Is.EqualTo(4));
    }
}
