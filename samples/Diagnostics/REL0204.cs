// A relation is read that was not included.
namespace Diagnostics.REL0204;

[Entity]
[Table("Doctor0204")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0204")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0204")]
public partial class Treatment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }
    public DateTime At { get; set; }
}

public static class Program
{
    public static async Task RunAsync(DoctorRepository doctors)
    {
        var doctor = await doctors.FindByIdAsync(1);
        Console.WriteLine(doctor.Patients.Count);
    }
}
