// Relation data is rejected when it is written.
namespace Diagnostics.REL0203;

[Entity]
[Table("Doctor0203")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public List<Patient>? Patients { get; set; }
}

[Entity]
[Table("Patient0203")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0203")]
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
        await doctors.CreateAsync(new() { Patients = [new()] });
    }
}
