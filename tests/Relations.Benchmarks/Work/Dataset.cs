using Relations.Benchmarks.Models;

namespace Relations.Benchmarks.Work;

/// <summary>The rows of a database, the same on every run. No pair of a doctor and a patient repeats.</summary>
/// <param name="Doctors">How many doctors there are.</param>
/// <param name="Patients">How many patients there are.</param>
/// <param name="PatientsOfDoctor">How many patients each doctor has.</param>
internal sealed record Dataset(int Doctors, int Patients, int PatientsOfDoctor)
{
    public static readonly Dataset Clinic = new(1_000, 5_000, 10);

    public static readonly Dataset Large = new(10_000, 50_000, 10);

    /// <summary>Few patients whom many doctors see.</summary>
    public static readonly Dataset Shared = new(1_000, 50, 20);

    public static readonly DateTime Start = new(2025, 1, 6, 8, 0, 0, DateTimeKind.Unspecified);

    public int Appointments => Doctors * PatientsOfDoctor;

    public static string NameOfDoctor(int id) => $"Doctor {id} of the clinic";

    /// <summary>Beginning with another letter each, so that names are in another order than keys.</summary>
    public static string NameOfPatient(int id) => $"{(char)('A' + id * 7 % 26)}. Patient {id}";

    public static int BirthYearOfPatient(int id) => 1930 + id * 31 % 90;

    /// <summary>Appointments as they are made: those of one doctor lie far apart.</summary>
    public IEnumerable<Appointment> AllAppointments()
    {
        for (var turn = 0; turn < PatientsOfDoctor; turn++)
        {
            for (var doctor = 1; doctor <= Doctors; doctor++)
            {
                yield return new()
                {
                    Id = turn * Doctors + doctor,
                    DoctorId = doctor,
                    PatientId = 1 + (int)((doctor * 2_654_435_761L + turn * 397) % Patients),
                    At = Start.AddMinutes(turn * 1_440 + doctor * 7 % 1_440),
                    Note = turn % 3 == 0 ? "first visit" : null,
                };
            }
        }
    }
}
