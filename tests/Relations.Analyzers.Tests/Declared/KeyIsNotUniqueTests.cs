using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class KeyIsNotUniqueTests
{
    private static readonly Rule rule = new(RuleIds.KeyIsNotUnique);

    [Test]
    public Task Reports_when_KeyFrom_is_an_ordinary_column() => rule.ReportsMessage(
        "Doctor.Licence is a key of this relation, but not unique; mark it [Unique]",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }
            public int Licence { get; set; }

            [HasMany(through: typeof(Appointment), KeyFrom = [|nameof(Licence)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_silent_when_it_is_unique() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }
            [Unique]
            public int Licence { get; set; }

            [HasMany(through: typeof(Appointment), KeyFrom = nameof(Licence))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_fixed_by_the_attribute() => rule.IsFixed(
        "Mark 'Licence' with [Unique]",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }
            public int Licence { get; set; }

            [HasMany(through: typeof(Appointment), KeyFrom = [|nameof(Licence)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }
            [Unique]
            public int Licence { get; set; }

            [HasMany(through: typeof(Appointment), KeyFrom = nameof(Licence))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Mark 'Licence' with [Unique]",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }
            public int Licence { get; set; }

            [HasMany(through: typeof(Appointment), KeyFrom = nameof(Licence))]
            public partial IReadOnlyList<Patient> Others { get; }

            [HasMany(through: typeof(Appointment), KeyFrom = nameof(Licence))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }
            [Unique]
            public int Licence { get; set; }

            [HasMany(through: typeof(Appointment), KeyFrom = nameof(Licence))]
            public partial IReadOnlyList<Patient> Others { get; }

            [HasMany(through: typeof(Appointment), KeyFrom = nameof(Licence))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);
}
