using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class ThroughModelLacksSourceKeyTests
{
    private static readonly Rule rule = new(RuleIds.ThroughModelLacksSourceKey);

    [Test]
    public Task Reports_when_no_property_is_called_like_the_source() => rule.ReportsMessage(
        "Appointment has no property 'DoctorId' to refer to Doctor; add it, or name the foreign key with ThroughKeyFrom",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Reports_once_for_each_relation() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Link<Patient, Appointment>> Visits { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Reports_when_the_source_has_several_keys() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            [Key]
            public int Country { get; init; }
            [Key]
            public int Number { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_silent_when_the_property_is_there() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_silent_when_the_through_model_inherits_it() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        public abstract class OfDoctor
        {
            public int DoctorId { get; set; }
        }

        [Entity]
        public class Appointment : OfDoctor
        {
            public int Id { get; init; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_fixed_by_adding_the_property() => rule.IsFixed(
        "Add 'DoctorId' to Appointment",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
            public int DoctorId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_fixed_with_the_type_of_the_key() => rule.IsFixed(
        "Add 'DoctorId' to Appointment",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public Guid Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public Guid Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
            public Guid DoctorId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_fixed_by_a_candidate() => rule.IsFixed(
        "Use 'PhysicianId' as ThroughKeyFrom",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PhysicianId { get; set; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyFrom = nameof(Appointment.PhysicianId))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PhysicianId { get; set; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Offers_what_could_be_meant() => rule.Offers(
        ["Add 'DoctorId' to Appointment", "Use 'PhysicianId' as ThroughKeyFrom"],
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PhysicianId { get; set; }
            public int PatientId { get; set; }
            public long RoomId { get; set; }
            public int Duration { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task All_are_fixed_by_one_property() => rule.AllAreFixed(
        "Add 'DoctorId' to Appointment",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Link<Patient, Appointment>> Visits { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Link<Patient, Appointment>> Visits { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
            public int DoctorId { get; set; }
        }
        """,
        Models.Patient);
}
