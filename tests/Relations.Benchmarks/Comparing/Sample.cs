namespace Relations.Benchmarks.Comparing;

/// <summary>What one piece of work took, on average of those in a sample.</summary>
/// <param name="Nanoseconds">Time by the clock.</param>
/// <param name="Bytes">Managed memory that was allocated, on all threads.</param>
internal readonly record struct Sample(double Nanoseconds, double Bytes);
