namespace Relations.Benchmarks.Comparing;

/// <summary>What a piece of work took one contender.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Ratio">Its time, divided by the baseline's.</param>
/// <param name="MedianNs">Its time.</param>
/// <param name="Bytes">The managed memory that it allocated.</param>
/// <param name="Statements">How many statements reached the database.</param>
internal sealed record ContenderResult(string Name, double Ratio, double MedianNs, double Bytes, int Statements);
