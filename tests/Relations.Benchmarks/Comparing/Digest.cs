using Relations.Benchmarks.Models;

namespace Relations.Benchmarks.Comparing;

/// <summary>A result as text, a line for each row. Related rows are put into the order of their keys, since contenders need not.</summary>
internal static class Digest
{
    /// <summary>The lines of a result.</summary>
    /// <param name="result">What a contender returned.</param>
    /// <param name="levels">How many levels of related rows belong to the result.</param>
    public static IReadOnlyList<string> Of(object? result, int levels) => result switch
    {
        null => ["nothing"],
        Doctor doctor => [Text(doctor, levels)],
        Patient patient => [Text(patient, levels)],
        IEnumerable<Doctor> doctors => [.. doctors.Select(doctor => Text(doctor, levels))],
        IEnumerable<Patient> patients => [.. patients.Select(patient => Text(patient, levels))],
        IEnumerable<object?> several => [.. several.SelectMany(one => Of(one, levels))],
        _ => throw new ArgumentException($"Nobody has said how a {result.GetType()} is compared.", nameof(result)),
    };

    private static string Text(Doctor doctor, int levels) =>
        $"{doctor.Id} {doctor.Name}{(levels == 0 ? "" : List(doctor.Patients?.OrderBy(static patient => patient.Pid).Select(patient => Text(patient, levels - 1))))}";

    private static string Text(Patient patient, int levels) =>
        $"{patient.Pid} {patient.Name} {patient.BirthYear}{(levels == 0 ? "" : List(patient.Doctors?.OrderBy(static doctor => doctor.Id).Select(doctor => Text(doctor, levels - 1))))}";

    private static string List(IEnumerable<string>? items) => items is null ? " not loaded" : $" [{string.Join(", ", items)}]";
}
