using System;
using System.Collections.Generic;
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

    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Link<Patient, Appointment>> Visits { get; }
}

[Entity]
public partial class Patient
{
    [Key] public int Pid { get; init; }
    public required string Name { get; set; }
    public int BirthYear { get; set; }

    [HasMany(through: typeof(Appointment))]
    public partial IReadOnlyList<Doctor> Doctors { get; }
}

[Entity]
public partial class Appointment
{
    public int Id { get; init; }
    public int DoctorId { get; set; }
    public int PatientId { get; set; }
    public required DateTime At { get; set; }
    public string? Note { get; set; }

    [BelongsTo] public partial Doctor? Doctor { get; }
}
