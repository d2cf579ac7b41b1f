using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Relations.ManyServers.Models;

[Entity]
public partial class Doctor
{
    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>An appointment is an event: a pair may come several times.</summary>
    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Patient> Patients { get; }

    /// <summary>A pair comes once.</summary>
    [HasMany(through: typeof(Certificate))]
    public partial IReadOnlyList<Skill> Skills { get; }

    [HasOne]
    public partial Licence? Licence { get; }
}

[Entity]
public partial class Patient
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Doctor> Doctors { get; }
}

[Entity]
public partial class Appointment
{
    public int Id { get; init; }

    public int DoctorId { get; set; }

    public int PatientId { get; set; }

    public string? Note { get; set; }
}

[Entity]
public partial class Skill
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Certificate))]
    public partial IReadOnlyList<Doctor> Doctors { get; }
}

[Entity]
public partial class Certificate
{
    [Key, Column(Order = 0)]
    public int DoctorId { get; set; }

    [Key, Column(Order = 1)]
    public int SkillId { get; set; }
}

[Entity]
public partial class Licence
{
    public int Id { get; init; }

    public int DoctorId { get; set; }

    public required string Number { get; set; }
}
