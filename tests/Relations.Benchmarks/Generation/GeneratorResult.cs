namespace Relations.Benchmarks.Generation;

/// <summary>What a generator took for one run.</summary>
/// <param name="Name">The generator.</param>
/// <param name="Ratio">Its time of processors, divided by that of System.Text.Json's in the same round.</param>
/// <param name="MedianMs">Its time by the clock.</param>
/// <param name="CpuMs">Its time of processors.</param>
/// <param name="AllocatedBytes">The managed memory that it allocated.</param>
/// <param name="OutputBytes">All its output, in UTF-8.</param>
/// <param name="Outputs">How many files that is.</param>
/// <param name="Regenerated">How many of them were written anew.</param>
/// <param name="Changed">How many of these were not there before, or not with this text.</param>
internal sealed record GeneratorResult(string Name, double Ratio, double MedianMs, double CpuMs, double AllocatedBytes, long OutputBytes, int Outputs, int Regenerated, int Changed);
