using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class LinksAreNotUniqueTests
{
    private static readonly Rule rule = new(RuleIds.LinksAreNotUnique);

    [Test]
    public Task Reports_once_on_the_through_model() => rule.ReportsMessage(
        "Treats carries nothing but its keys, and linking twice makes two links; make DoctorId and PatientId its key, or unique together",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Others { get; }
        }

        [Entity]
        public class [|Treats|]
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_silent_when_it_carries_something() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public class Treats
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
            public DateTime Since { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_silent_when_the_pair_is_unique() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity(Unique = [nameof(DoctorId), nameof(PatientId)])]
        public class Treats
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_silent_when_the_pair_is_the_key() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public class Treats
        {
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_fixed_by_the_pair_as_key() => rule.IsFixed(
        "Make 'DoctorId' and 'PatientId' the key, in place of 'Id'",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public class [|Treats|]
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public class Treats
        {
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_fixed_by_a_unique_pair() => rule.IsFixed(
        "Make 'DoctorId' and 'PatientId' unique together",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public class [|Treats|]
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity(Unique = [nameof(DoctorId), nameof(PatientId)])]
        public class Treats
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task No_fix_replaces_what_is_unique_already() => rule.Offers(
        ["Make 'DoctorId' and 'PatientId' the key, in place of 'Id'"],
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity(Unique = [nameof(Id), nameof(DoctorId)])]
        public class [|Treats|]
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Make 'DoctorId' and 'PatientId' the key, in place of 'Id'",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: typeof(Knows))]
            public partial IReadOnlyList<Patient> Others { get; }
        }

        [Entity]
        public class [|Treats|]
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }

        [Entity]
        public class Knows
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Treats))]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: typeof(Knows))]
            public partial IReadOnlyList<Patient> Others { get; }
        }

        [Entity]
        public class Treats
        {
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }

        [Entity]
        public class Knows
        {
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);
}
