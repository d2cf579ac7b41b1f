using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Values that a database cannot store, or a property not hold, are refused.</summary>
public sealed class UnstorableValueTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task Values_that_the_database_cannot_store_are_refused()
    {
        const string half = "a\ud800";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Doctors.CreateAsync(new() { Name = half }), Throws.InstanceOf<RelationsException>());
            Assert.That(() => Doctors.Where(d => d.Name == half).CountAsync(), Throws.InstanceOf<RelationsException>());
            Assert.That(() => Doctors.Where(d => d.Name.In(half)).CountAsync(), Throws.InstanceOf<RelationsException>());
            Assert.That(() => Doctors.Where(d => d.Name.StartsWith(half)).CountAsync(), Throws.InstanceOf<RelationsException>());
            Assert.That(() => Doctors.Where(d => d.Name.Like(half)).CountAsync(), Throws.InstanceOf<RelationsException>());
            Assert.That(await Doctors.CountAsync(), Is.Zero);
        }
    }

    [Test]
    public async Task What_is_not_a_number_is_stored_by_PostgreSQL_and_refused_by_SQLite()
    {
        var samples = new SampleRepository(Db);
        if (Kind == DatabaseKind.Sqlite)
        {
            Assert.That(() => samples.CreateAsync(new() { Ratio = double.NaN }), Throws.InstanceOf<RelationsException>());
            Assert.That(await samples.CountAsync(), Is.Zero);
            return;
        }

        await samples.CreateAsync(new() { Ratio = double.NaN });
        Assert.That((await samples.SingleAsync()).Ratio, Is.NaN);
    }

    [Test]
    public async Task A_value_out_of_its_columns_range_is_an_error_when_read()
    {
        await new OddityRepository(Db).CreateAsync(new());
        Test.RunUnchecked("""UPDATE "Oddity" SET "Octet" = 256""");

        Assert.That(() => new OddityRepository(Db).ToListAsync(), Throws.InstanceOf<Exception>());
        Test.RunUnchecked("""UPDATE "Oddity" SET "Octet" = 255""");
        Assert.That((await new OddityRepository(Db).SingleAsync()).Octet, Is.EqualTo(255));
    }
}
