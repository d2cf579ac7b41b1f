using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class RelationPropertyCannotBeSetTests
{
    private static readonly Rule rule = new(RuleIds.RelationPropertyCannotBeSet);

    [Test]
    public Task Reports_when_it_can_only_be_read() => rule.ReportsMessage(
        "Doctor.Patients can be neither set nor generated: it has no setter and is not partial; make it partial, on a partial type",
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

    [TestCase("private partial List<Patient>? [|Patients|] { get; }", "it is out of reach for what is generated; make it public or internal")]
    [TestCase("protected List<Patient>? [|Patients|] { get; set; }", "it is out of reach for what is generated; make it public or internal")]
    [TestCase("public partial List<Patient> [|Patients|] { get; } public partial List<Patient> Patients => [];", "its implementation is your own and has no setter; give it one, or remove it to have it generated")]
    public Task Says_what_keeps_it_from_being_filled(string property, string reason) => rule.ReportsMessage(
        $"Doctor.Patients can be neither set nor generated: {reason}",
        $$"""
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            {{property}}
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Offers_nothing_where_partial_would_not_help() => rule.Offers(
        [],
        """
        namespace Clinic;

        [Entity]
        public class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            private List<Patient>? [|Patients|] { get; set; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_fixed_where_the_type_around_it_is_not_partial() => rule.IsFixed(
        "Make 'Patients' partial",
        """
        namespace Clinic;

        public class Ward
        {
            [Entity]
            public partial class Doctor
            {
                public int Id { get; init; }

                [HasMany(through: typeof(Appointment))]
                public partial IReadOnlyList<Patient> [|Patients|] { get; }
            }
        }
        """,
        """
        namespace Clinic;

        public partial class Ward
        {
            [Entity]
            public partial class Doctor
            {
                public int Id { get; init; }

                [HasMany(through: typeof(Appointment))]
                public partial IReadOnlyList<Patient> Patients { get; }
            }
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
