// A query runs for each entity of a loop.
namespace Diagnostics.REL0202;

[Entity]
[Table("Doctor0202")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0202")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0202")]
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
        foreach (var doctor in await doctors.ToListAsync())
        {
            Console.WriteLine(await doctors.Patients(doctor.Id).CountAsync());
        }
    }
}
