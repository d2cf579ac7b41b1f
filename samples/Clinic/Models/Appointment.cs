using Relations;

namespace Clinic;

[Entity]
public partial class Appointment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }
    public required DateTime At { get; set; }
    public string? Note { get; set; }

    [BelongsTo]
    public partial Doctor? Doctor { get; }

    [BelongsTo]
    public partial Patient? Patient { get; }
}
