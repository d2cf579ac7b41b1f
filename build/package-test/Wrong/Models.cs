using Relations;

namespace Wrong;

[Entity]
public partial class Doctor
{
    public int Id { get; init; }

    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Patient> Patients { get; }
}

[Entity]
public partial class Patient
{
    public int Id { get; init; }
}

[Entity]
public partial class Appointment
{
    public int Id { get; init; }
    public int PatientId { get; set; } // and no DoctorId
    public DateTime At { get; set; }
}
