namespace Relations.Benchmarks.Generation;

/// <summary>What the analyzers took beside the compiler, on the model with the generator's output.</summary>
/// <param name="Entities">How many entities there were.</param>
/// <param name="Ratio">The analyzers' time, divided by the compiler's in the same round.</param>
/// <param name="CompilerMs">What the compiler took to bind and emit everything.</param>
/// <param name="AnalyzersMs">What all analyzers took, on one thread.</param>
internal sealed record AnalysisResult(int Entities, double Ratio, double CompilerMs, double AnalyzersMs);
