using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class RelationPropertyCannotBeSetTests
{
    private static readonly Rule rule = new(RuleIds.RelationPropertyCannotBeSet);

    [Test]
    public Task Reports_when_it_can_only_be_read() => rule.ReportsMessage(
        "Doctor.Patients can be neither set nor generated; make it partial, on a partial type",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public IReadOnlyList<Patient> [|Patients|] { get; } = [];
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_silent_when_it_can_be_set() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public IReadOnlyList<Patient>? Patients { get; private set; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_fixed_by_making_it_partial() => rule.IsFixed(
        "Make 'Patients' partial",
        """
        namespace Clinic;

        [Entity]
        public class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public IReadOnlyList<Patient> [|Patients|] { get; } = [];
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
    public Task All_are_fixed() => rule.AllAreFixed(
        "Make 'Patients' partial",
        """
        namespace Clinic;

        [Entity]
        public class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public IReadOnlyList<Patient> Patients { get; } = [];

            [HasMany(through: typeof(Appointment))]
            public IReadOnlyList<Patient> Others => [];
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
