using System.ComponentModel.DataAnnotations;
using Relations;

namespace Clinic;

[Entity]
public partial class Doctor
{
    public int Id { get; init; }
    public required string Name { get; set; }

    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
public partial class Patient
{
    [Key]
    public int Pid { get; init; }
    public required string Name { get; set; }
}

[Entity]
public partial class Appointment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }
    public required DateTime At { get; set; }

    [BelongsTo]
    public partial Doctor? Doctor { get; }
}
