namespace Relations.Tests.Harness;

/// <summary>Limits a fixture to SQLite, for a reason.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SqliteOnlyAttribute : TestFixtureAttribute
{
    public SqliteOnlyAttribute(string reason) : base(DatabaseKind.Sqlite) => WhyOnlySqlite = reason;

    public string WhyOnlySqlite { get; }
}
