// Linking twice makes two links.
namespace Diagnostics.REL0115;

[Entity]
[Table("Doctor0115")]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Treatment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
[Table("Patient0115")]
public partial class Patient
{
    public int Id { get; init; }
    public string? Name { get; set; }
}

[Entity]
[Table("Treatment0115")]
public partial class Treatment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }
}
