namespace Relations.Tests.ModelBased;

/// <summary>One of the tables that a relation leads to.</summary>
/// <param name="Table">The table.</param>
/// <param name="Name">How a discriminator names it.</param>
internal sealed record Target(string Table, string? Name = null);
