namespace Relations.Benchmarks.Generation;

/// <summary>What generators took for the same run.</summary>
/// <param name="Name">The run: the first, or one after an edit.</param>
/// <param name="Entities">How many entities there were.</param>
/// <param name="Generators">The generators.</param>
internal sealed record GenerationResult(string Name, int Entities, IReadOnlyList<GeneratorResult> Generators);
