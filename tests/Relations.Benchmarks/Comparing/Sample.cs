namespace Relations.Benchmarks.Comparing;

/// <summary>What one piece of work took, on average of those in a sample.</summary>
/// <param name="Nanoseconds">Time by the clock.</param>
/// <param name="ProcessorNanoseconds">Time of processors, on all threads: what is left of the time by the clock when nobody else wants the machine.</param>
/// <param name="Bytes">Managed memory that was allocated, on all threads.</param>
internal readonly record struct Sample(double Nanoseconds, double ProcessorNanoseconds, double Bytes);
