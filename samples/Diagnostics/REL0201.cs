// A condition is used as a truth value.
namespace Diagnostics.REL0201;

[Entity]
[Table("Doctor0201")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0201")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0201")]
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
        await doctors.Where(d => d.Id > 3 ? Condition.True : Condition.False).ToListAsync();
    }
}
