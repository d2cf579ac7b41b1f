namespace Relations.Benchmarks.Comparing;

/// <summary>What a piece of work took one contender.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Ratio">Its time by the clock, divided by the baseline's.</param>
/// <param name="MedianNs">Its time by the clock.</param>
/// <param name="CpuRatio">Its time of processors, divided by the baseline's: a busy machine disturbs it less. That of a server counts, where it is on this machine.</param>
/// <param name="CpuNs">Its time of processors.</param>
/// <param name="Bytes">The managed memory that it allocated.</param>
/// <param name="Statements">How many statements reached the database.</param>
internal sealed record ContenderResult(string Name, double Ratio, double MedianNs, double CpuRatio, double CpuNs, double Bytes, int Statements);
