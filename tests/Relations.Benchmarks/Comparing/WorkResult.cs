namespace Relations.Benchmarks.Comparing;

/// <summary>What a piece of work took each contender.</summary>
/// <param name="Name">The work.</param>
/// <param name="Database">The database it was done on.</param>
/// <param name="Contenders">The contenders.</param>
/// <param name="Parents">Where growth is measured: how many parents there were.</param>
internal sealed record WorkResult(string Name, string Database, IReadOnlyList<ContenderResult> Contenders, int? Parents = null);
