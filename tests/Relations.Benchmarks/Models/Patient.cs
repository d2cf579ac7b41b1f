using System.ComponentModel.DataAnnotations;

namespace Relations.Benchmarks.Models;

[Entity]
public sealed class Patient
{
    [Key]
    public int Pid { get; init; }

    public required string Name { get; set; }

    public int BirthYear { get; set; }

    [HasMany(through: typeof(Appointment))]
    public List<Doctor>? Doctors { get; set; }
}
