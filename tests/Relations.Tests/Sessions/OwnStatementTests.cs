using Relations.Tests.Harness;

namespace Relations.Tests.Sessions;

/// <summary>Statements of the users' own.</summary>
public sealed class OwnStatementTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task Text_that_is_known_at_run_time_alone_is_a_statement_without_values()
    {
        await SeedClinicAsync();
        var migration = new SqlStatement(0, 0);
        migration.AppendLiteral("UPDATE \"Doctor\" SET \"Name\" = 'one'; UPDATE \"Doctor\" SET \"Name\" = 'two {0}' WHERE \"Id\" = 1");

        await Db.ExecuteAsync(migration);

        Assert.That((await Doctors.OrderBy(d => d.Id).ToListAsync()).Select(static doctor => doctor.Name), Is.EqualTo(new[] { "two {0}", "one", "one" }));
    }

    [Test]
    public async Task A_statement_of_the_users_own_that_fails_says_so_as_the_library_does()
    {
        await SeedClinicAsync();
        var hostile = "1'; DROP TABLE \"Licence\"; --";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Db.ExecuteAsync($"NONSENSE"), Throws.InstanceOf<RelationsException>().With.InnerException.Not.Null);
            Assert.That(() => Doctors.QueryAsync($"SELECT \"Id\" FROM \"Doctor\""), Throws.InstanceOf<RelationsException>().With.Message.Contains("'Name'"));
            Assert.That(() => Doctors.QueryAsync($"SELECT 'x' AS \"Id\", \"Name\" FROM \"Doctor\""), Throws.TypeOf<RelationsException>());
            Assert.That(async () => await Doctors.QueryAsync($"DELETE FROM \"Appointment\"; SELECT * FROM \"Doctor\" WHERE \"Id\" < 0; SELECT 5"), Is.Empty);
            Assert.That(() => Db.ExecuteAsync(default), Throws.InvalidOperationException);
            Assert.That(async () => await Db.ExecuteAsync($"UPDATE \"Doctor\" SET \"Name\" = {hostile} WHERE \"Id\" = {1}"), Is.EqualTo(1));
            Assert.That(async () => (await Doctors.FindByIdAsync(1)).Name, Is.EqualTo(hostile));
            Assert.That(async () => await Db.QueryAsync($"SELECT \"Name\" FROM \"Doctor\" WHERE \"Name\" = {hostile}", static reader => reader.GetString(0)), Is.EqualTo([hostile]));
            Assert.That(async () => (await Doctors.QueryAsync($"SELECT \"Name\", \"Id\", 5 AS \"Other\" FROM \"Doctor\" WHERE \"Id\" > {1} ORDER BY \"Id\"")).Select(static doctor => (doctor.Id, doctor.Name)), Is.EqualTo([(2, "Link"), (3, "Toad")]));
            Assert.That(() => Db.QueryAsync<int>($"SELECT 1", null!), Throws.ArgumentNullException);
        }
    }
}
