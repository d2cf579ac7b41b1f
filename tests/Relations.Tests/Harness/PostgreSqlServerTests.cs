namespace Relations.Tests.Harness;

[TestFixture]
public class PostgreSqlServerTests
{
    [Test]
    public void Behaviours_are_tested_on_PostgreSQL_too()
    {
        if (PostgreSqlServer.ConnectionString is null)
        {
            Assert.Ignore($"No test ran on PostgreSQL: {PostgreSqlServer.Variable} names no server. Start one with build/postgres.sh start, which prints its connection string.");
        }

        Assert.That(TestServer.Kinds, Does.Contain(DatabaseKind.PostgreSql));
    }
}
