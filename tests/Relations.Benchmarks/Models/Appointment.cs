namespace Relations.Benchmarks.Models;

[Entity]
public sealed class Appointment
{
    public int Id { get; init; }

    public int DoctorId { get; set; }

    public int PatientId { get; set; }

    public required DateTime At { get; set; }

    public string? Note { get; set; }

    [BelongsTo]
    public Patient? Patient { get; set; }
}
