using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class RelationContradictsTests
{
    private static readonly Rule rule = new(RuleIds.RelationContradicts);

    [Test]
    public Task Reports_when_it_is_two_kinds() => rule.ReportsMessage(
        "Doctor.Patients cannot be a relation as declared: it is both has-many and has-one",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment)), HasOne]
            public partial IReadOnlyList<Patient> [|Patients|] { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [TestCase("static List<Patient>? [|Patients|] { get; set; }")]
    [TestCase("static partial IReadOnlyList<Patient> [|Patients|] { get; }")]
    public Task Reports_when_it_is_static(string property) => rule.ReportsMessage(
        "Doctor.Patients cannot be a relation as declared: it is static",
        $$"""
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public {{property}}
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Reports_when_it_cannot_be_read() => rule.ReportsMessage(
        "Doctor.Patients cannot be a relation as declared: it has no getter, so that nobody could read what is included",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> [|Patients|] { set; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Reports_when_it_is_not_mapped() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment)), NotMapped]
            public partial IReadOnlyList<Patient> [|Patients|] { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Reports_when_it_is_a_column() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment)), Column("x")]
            public partial IReadOnlyList<Patient> [|Patients|] { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [TestCase("id", "Id has the name 'id' already")]
    [TestCase("label", "Name has the name 'label' already")]
    [TestCase("", "its name is empty")]
    public Task Reports_when_its_name_is_a_columns_or_empty(string name, string contradiction) => rule.ReportsMessage(
        $"Doctor.Patients cannot be a relation as declared: {contradiction}",
        $$"""
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [System.Text.Json.Serialization.JsonPropertyName("label")]
            public string? Name { get; set; }

            [System.Text.Json.Serialization.JsonIgnore]
            public string? Secret { get; set; }

            [HasMany(through: typeof(Appointment), Name = [|"{{name}}"|])]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: typeof(Appointment), Name = "secret")]
            public partial IReadOnlyList<Patient> Others { get; }
        }
        """,
        Models.Patient, Models.Appointment);

    [Test]
    public Task Reports_when_two_relations_have_one_name() => rule.ReportsMessage(
        "Doctor.Others cannot be a relation as declared: Patients has the name 'patients' already",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: typeof(Appointment), Name = [|"patients"|])]
            public partial IReadOnlyList<Patient> Others { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Reports_no_warning_beside_an_error() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }
            public int Number { get; set; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: typeof(Appointment), Name = [|"patients"|], KeyFrom = nameof(Number))]
            public partial IReadOnlyList<Patient> Others { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Reports_when_keys_of_a_through_model_are_named_without_one() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(ThroughKeyFrom = "DoctorId")]
            public partial IReadOnlyList<Patient> [|Patients|] { get; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_silent_when_the_names_differ() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: typeof(Appointment), Name = "Patients")]
            public partial IReadOnlyList<Patient> Others { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);
}
