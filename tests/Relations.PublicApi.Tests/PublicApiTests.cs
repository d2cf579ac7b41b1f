using System.Reflection;
using Relations.Testing;

namespace Relations.PublicApi.Tests;

/// <summary>What a package lets its users name, one line for each member, compared with what was approved.</summary>
[TestFixture]
public sealed class PublicApiTests
{
    private static readonly string Approved = typeof(PublicApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Approved").Value!;

    private static readonly string[] PackagesForBothFrameworks = ["Relations", "Relations.PostgreSql", "Relations.Sqlite"];

    private static readonly string[] Packages = [.. PackagesForBothFrameworks, "Relations.AspNetCore"];

    [TestCaseSource(nameof(Packages))]
    public void The_surface_is_the_approved_one(string package) =>
        Assert.That(Snapshot.Difference(Approved, package + ".txt", PublicApi.Of(package, "net10.0")), Is.Null);

    [TestCaseSource(nameof(PackagesForBothFrameworks))]
    public void The_surface_is_the_same_on_every_framework(string package) =>
        Assert.That(PublicApi.Of(package, "net8.0"), Is.EqualTo(PublicApi.Of(package, "net10.0")));

    [TestCaseSource(nameof(Packages))]
    public void Every_type_of_the_surface_is_resolved(string package) =>
        Assert.That(PublicApi.Of(package, "net10.0"), Is.Not.Empty.And.Not.Contains("?error?"));
}
