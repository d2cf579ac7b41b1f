using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class RelationPropertyTypeIsNotSupportedTests
{
    private static readonly Rule rule = new(RuleIds.RelationPropertyTypeIsNotSupported);

    [Test]
    public Task Reports_when_the_collection_is_no_list() => rule.ReportsMessage(
        "Doctor.Patients has the type System.Collections.Generic.HashSet<Clinic.Patient>; make it a list of the target, or of Link<Target, Appointment>",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial [|HashSet<Patient>|] Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Reports_when_many_are_one() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial [|Patient?|] Patients { get; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Reports_when_one_is_many() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasOne]
            public partial [|List<Patient>|] Patient { get; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Reports_when_the_links_go_through_another_model() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial [|IReadOnlyList<Link<Patient, Patient>>|] Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Reports_when_elements_may_be_null() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial [|IReadOnlyList<Patient?>|] Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_silent_for_what_a_list_implements() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public Patient[]? Array { get; set; }

            [HasMany(through: typeof(Appointment))]
            public List<Patient>? List { get; set; }

            [HasMany(through: typeof(Appointment))]
            public ICollection<Patient>? Collection { get; set; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_fixed_from_a_set() => rule.IsFixed(
        "Change the type to IReadOnlyList<Patient>",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial [|HashSet<Patient>|] Patients { get; }
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
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_fixed_and_stays_nullable() => rule.IsFixed(
        "Change the type to IReadOnlyList<Patient>?",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public [|ISet<Patient>?|] Patients { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public IReadOnlyList<Patient>? Patients { get; set; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_fixed_from_links_through_another_model() => rule.IsFixed(
        "Change the type to IReadOnlyList<Link<Patient, Appointment>>",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial [|IReadOnlyList<Link<Patient, Patient>>|] Patients { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Link<Patient, Appointment>> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_fixed_from_many_to_one() => rule.IsFixed(
        "Change the type to Doctor?",
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }

            [BelongsTo]
            public partial [|List<Doctor>|] Doctor { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }
        }
        """,
        Models.Doctor);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Change the type to IReadOnlyList<Patient>",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial [|HashSet<Patient>|] Patients { get; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient?> Others { get; }
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
            public partial IReadOnlyList<Patient> Others { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);
}
