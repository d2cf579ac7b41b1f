using Clinic;

namespace Relations.AotSmoke.Story;

/// <summary>Rows as text, so that a difference can be read.</summary>
internal static class Text
{
    public static string Of(IEnumerable<Doctor> doctors) => Join(doctors.Select(static doctor => doctor.Name));

    public static string Of(IEnumerable<Patient> patients) => Join(patients.Select(static patient => patient.Name));

    public static string Of(IEnumerable<User> users) => Join(users.Select(static user => user.Name));

    public static string Of(IEnumerable<Link<Patient, Appointment>> visits) => Join(visits.Select(static visit => $"{visit.Target.Name} on {visit.Through.At:MM-dd} ({visit.Through.Note})"));

    public static string Of(SetResult set) => $"added {set.Added}, removed {set.Removed}, kept {set.Kept}";

    public static string WithPatients(IEnumerable<Doctor> doctors) => string.Join("; ", doctors.Select(static doctor => $"{doctor.Name}: {Of(doctor.Patients)}"));

    public static string Join(IEnumerable<string> texts) => string.Join(", ", texts);
}
