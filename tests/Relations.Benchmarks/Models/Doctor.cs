namespace Relations.Benchmarks.Models;

/// <summary>Every contender makes the same objects, so that their results can be compared.</summary>
[Entity]
public sealed class Doctor
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Appointment))]
    public List<Patient>? Patients { get; set; }
}
