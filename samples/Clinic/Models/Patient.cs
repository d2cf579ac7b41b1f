using System.ComponentModel.DataAnnotations;
using Relations;

namespace Clinic;

[Entity]
public partial class Patient
{
    [Key]
    public int Pid { get; init; }
    public required string Name { get; set; }
    public int BirthYear { get; set; }

    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Doctor> Doctors { get; }
}
