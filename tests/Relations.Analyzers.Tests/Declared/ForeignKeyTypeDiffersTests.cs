using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class ForeignKeyTypeDiffersTests
{
    private static readonly Rule rule = new(RuleIds.ForeignKeyTypeDiffers);

    [Test]
    public Task Reports_when_a_default_key_has_another_type() => rule.ReportsMessage(
        "Appointment.DoctorId has the type long, but Doctor.Id, to which it refers, is int; give both the same type",
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
            public long DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Reports_when_the_value_of_a_strong_type_refers_to_it() => rule.ReportsMessage(
        "Appointment.DoctorId has the type int, but Doctor.Id, to which it refers, is Clinic.DoctorKey; give both the same type",
        """
        namespace Clinic;

        public readonly record struct DoctorKey(int Value);

        [Entity]
        public partial class Doctor
        {
            public DoctorKey Id { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Appointment>|] Appointments { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """);

    [Test]
    public Task Reports_when_an_enum_is_stored_by_name_at_one_end_only() => rule.ReportsMessage(
        "Desk.RoomLevel has the type Clinic.Level?, but Room.Level, to which it refers, is Clinic.Level by name; give both the same type",
        """
        namespace Clinic;

        public enum Level { Low, High }

        [Entity]
        public partial class Room
        {
            [Key, Column(TypeName = "text")] public Level Level { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Desk>|] Desks { get; }
        }

        [Entity]
        public partial class Desk
        {
            public int Id { get; init; }
            public Level? RoomLevel { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_an_enum_is_stored_by_name_at_both_ends() => rule.IsSilent(
        """
        namespace Clinic;

        public enum Level { Low, High }

        [Entity]
        public partial class Room
        {
            [Key, Column(TypeName = "text")] public Level Level { get; init; }

            [HasMany]
            public partial IReadOnlyList<Desk> Desks { get; }
        }

        [Entity]
        public partial class Desk
        {
            public int Id { get; init; }
            [Column(TypeName = "varchar(10)")] public Level? RoomLevel { get; set; }
        }
        """);

    [Test]
    public Task Is_fixed_to_a_strong_type() => rule.IsFixed(
        "Change 'DoctorId' to DoctorKey",
        """
        namespace Clinic;

        public readonly record struct DoctorKey(int Value);

        [Entity]
        public partial class Doctor
        {
            public DoctorKey Id { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Appointment>|] Appointments { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int? DoctorId { get; set; }
        }
        """,
        """
        namespace Clinic;

        public readonly record struct DoctorKey(int Value);

        [Entity]
        public partial class Doctor
        {
            public DoctorKey Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<Appointment> Appointments { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public DoctorKey? DoctorId { get; set; }
        }
        """);

    [Test]
    public Task Reports_at_the_setting_that_names_it() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyTo = [|nameof(Appointment.PatientId)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public string? PatientId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Reports_for_belongs_to() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public Guid DoctorId { get; set; }

            [BelongsTo]
            public partial [|Doctor?|] Doctor { get; }
        }
        """,
        Models.Doctor);

    [TestCase("Photo", "long", "int")]
    [TestCase("Post", "int", "long")]
    public Task Reports_the_entity_whose_key_differs_where_targets_are_of_several_types(string entity, string photo, string post) => rule.ReportsMessage(
        $"Comment.TopicId has the type int, but {entity}.Id, to which it refers, is long; give both the same type",
        $$"""
        public interface ITopic;

        [Entity]
        public class Photo : ITopic
        {
            public {{photo}} Id { get; init; }
        }

        [Entity]
        public class Post : ITopic
        {
            public {{post}} Id { get; init; }
        }

        [Entity]
        public partial class Comment
        {
            public int Id { get; init; }
            public int TopicId { get; set; }
            public required string TopicType { get; set; }

            [BelongsTo(Polymorphic = true, KeyFrom = {{(entity == "Photo" ? "[|nameof(TopicId)|]" : "nameof(TopicId)")}})]
            public partial {{(entity == "Photo" ? "ITopic?" : "[|ITopic?|]")}} Topic { get; }
        }
        """);

    [Test]
    public Task Is_silent_when_it_is_nullable() => rule.IsSilent(
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
            public int? DoctorId { get; set; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_fixed_by_the_type() => rule.IsFixed(
        "Change 'DoctorId' to int",
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
            public long? DoctorId { get; set; }
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
            public int? DoctorId { get; set; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_fixed_without_a_value_of_the_other_type() => rule.IsFixed(
        "Change 'DoctorId' to int",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Appointment>|] Appointments { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public string DoctorId { get; set; } = "";
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<Appointment> Appointments { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """);

    [Test]
    public Task A_text_is_required() => rule.IsFixed(
        "Change 'DoctorId' to string",
        """
        [Entity]
        public partial class Doctor
        {
            public required string Id { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Appointment>|] Appointments { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """,
        """
        [Entity]
        public partial class Doctor
        {
            public required string Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<Appointment> Appointments { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public required string DoctorId { get; set; }
        }
        """);

    [TestCase("KeyFrom = nameof(Year)")]
    [TestCase("KeyFrom = \"Mark,Year\"")]
    public async Task Nothing_is_offered_where_a_part_of_the_key_is_missing_or_misplaced(string key) => await rule.Offers(
        [],
        $$"""
        [Entity]
        public class Order
        {
            [Key] public int Year { get; init; }
            [Key] public required string Mark { get; init; }
        }

        [Entity]
        public partial class Line
        {
            public int Id { get; init; }
            public int Year { get; set; }
            public required string Mark { get; set; }

            [BelongsTo({{key}})]
            public partial Order? Order { get; }
        }
        """);

    [Test]
    public Task Nothing_is_offered_where_targets_of_several_types_have_other_keys() => rule.Offers(
        [],
        """
        public interface ITopic;

        [Entity]
        public class Photo : ITopic
        {
            public long Id { get; init; }
        }

        [Entity]
        public class Post : ITopic
        {
            public int Id { get; init; }
        }

        [Entity]
        public partial class Comment
        {
            public int Id { get; init; }
            public int TopicId { get; set; }
            public required string TopicType { get; set; }

            [BelongsTo(Polymorphic = true, KeyFrom = nameof(TopicId))]
            public partial ITopic? Topic { get; }
        }
        """);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Change 'DoctorId' to int",
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
            public long DoctorId { get; set; }
            public long PatientId { get; set; }
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
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        Models.Patient);
}
