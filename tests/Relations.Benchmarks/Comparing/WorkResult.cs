namespace Relations.Benchmarks.Comparing;

/// <summary>What a piece of work took each contender.</summary>
/// <param name="Name">The work.</param>
/// <param name="Database">The database it was done on.</param>
/// <param name="Contenders">The contenders.</param>
/// <param name="IsInProcess">Whether the database does its work in this process: then the time of processors is reported, else that by the clock, in which waiting for a server counts.</param>
/// <param name="Parents">Where growth is measured: how many parents there were.</param>
internal sealed record WorkResult(string Name, string Database, IReadOnlyList<ContenderResult> Contenders, bool IsInProcess, int? Parents = null)
{
    public double RatioOf(ContenderResult contender) => IsInProcess ? contender.CpuRatio : contender.Ratio;

    public double NanosecondsOf(ContenderResult contender) => IsInProcess ? contender.CpuNs : contender.MedianNs;
}
