namespace Relations.Benchmarks.Work;

/// <summary>New links, with new patients or to those that are there. What belongs together is written together or not at all.</summary>
internal interface IWrites
{
    /// <summary>A new patient of a doctor.</summary>
    /// <returns>The patient, with its key.</returns>
    ValueTask<object?> CreateAsync(int doctorId, string name, int birthYear, DateTime at);

    ValueTask<object?> LinkAsync(int doctorId, int patientId, DateTime at);

    ValueTask<object?> LinkAllAsync(int doctorId, IReadOnlyList<int> patientIds, DateTime at);
}
