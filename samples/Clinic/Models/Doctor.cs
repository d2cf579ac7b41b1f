using Relations;

namespace Clinic;

[Entity]
public partial class Doctor
{
    public int Id { get; init; }
    public required string Name { get; set; }

    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Patient> Patients { get; } // distinct targets

    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Link<Patient, Appointment>> Visits { get; } // one entry per appointment
}
