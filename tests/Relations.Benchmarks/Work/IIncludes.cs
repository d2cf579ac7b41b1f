namespace Relations.Benchmarks.Work;

/// <summary>Doctors with their patients. Doctors come in the order of their keys; their patients in any order.</summary>
internal interface IIncludes
{
    /// <summary>Every doctor with all patients.</summary>
    ValueTask<object?> AllAsync();

    /// <summary>Some doctors, in the order of their keys, with all patients.</summary>
    ValueTask<object?> PageAsync(int skip, int take);

    /// <summary>Every doctor with all patients, each with all doctors.</summary>
    ValueTask<object?> NestedAsync();

    /// <summary>Every doctor with the first patients by name.</summary>
    ValueTask<object?> FirstAsync(int take);
}
