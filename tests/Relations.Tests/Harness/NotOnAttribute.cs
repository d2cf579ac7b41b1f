using NUnit.Framework.Interfaces;

namespace Relations.Tests.Harness;

/// <summary>A test that does not hold on a kind of database, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotOnAttribute(DatabaseKind kind, string reason) : TestActionAttribute
{
    public DatabaseKind Kind { get; } = kind;

    public string Reason { get; } = reason;

    public override ActionTargets Targets => ActionTargets.Test;

    public override void BeforeTest(ITest test)
    {
        if (test.Fixture is DatabaseFixture fixture && fixture.Kind == Kind)
        {
            Assert.Ignore($"Not on {Kind}: {Reason}");
        }
    }
}
