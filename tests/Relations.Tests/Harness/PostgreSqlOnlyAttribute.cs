namespace Relations.Tests.Harness;

/// <summary>Limits a fixture to PostgreSQL, for a reason; where no server is named, it does not run.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PostgreSqlOnlyAttribute : TestFixtureAttribute
{
    public PostgreSqlOnlyAttribute(string reason) : base(DatabaseKind.PostgreSql)
    {
        WhyOnlyPostgreSql = reason;
        if (PostgreSqlServer.ConnectionString is null)
        {
            Ignore = $"{PostgreSqlServer.Variable} names no server.";
        }
    }

    public string WhyOnlyPostgreSql { get; }
}
