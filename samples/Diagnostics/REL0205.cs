// A query is built and dropped.
namespace Diagnostics.REL0205;

[Entity]
[Table("Doctor0205")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0205")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0205")]
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
        doctors.Where(d => d.Id > 3);
        await doctors.ToListAsync();
    }
}
