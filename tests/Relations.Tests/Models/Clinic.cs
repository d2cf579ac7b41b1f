using System.ComponentModel.DataAnnotations;

namespace Relations.Tests.Models;

[Entity]
public partial class Doctor
{
    public int Id { get; init; }

    public required string Name { get; set; }

    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Patient> Patients { get; }

    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Link<Patient, Appointment>> Visits { get; }

    [HasOne]
    public partial Licence? Licence { get; }
}

[Entity]
public partial class Patient
{
    [Key]
    public int Pid { get; init; }

    public required string Name { get; set; }

    public int BirthYear { get; set; }

    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Doctor> Doctors { get; }

    [HasMany]
    public partial IReadOnlyList<Appointment> Appointments { get; }
}

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
    public partial Patient Patient { get; }
}

[Entity]
public partial class Licence
{
    public int Id { get; init; }

    public int DoctorId { get; set; }

    public required string Number { get; set; }

    [BelongsTo]
    public partial Doctor? Doctor { get; }
}

public partial class LicenceRepository
{
    /// <summary>What a user's part of a repository makes of its session, and keeps.</summary>
    public DoctorRepository Owners => field ??= new(Session);
}
