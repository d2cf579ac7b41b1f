namespace Relations.Benchmarks.Work;

/// <summary>Rows without what they are related to, in the order of their keys.</summary>
internal interface IFinds
{
    ValueTask<object?> DoctorAsync(int id);

    /// <summary>The patients of a doctor, each once.</summary>
    ValueTask<object?> PatientsAsync(int doctorId);

    /// <summary>The patients of a doctor who are born in that year or later and have an appointment at that time or later, each once.</summary>
    ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom);

    /// <summary>The doctors who have a patient born before that year.</summary>
    ValueTask<object?> DoctorsOfAsync(int bornBefore);
}
