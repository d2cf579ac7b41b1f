using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class NamedKeyDoesNotExistTests
{
    private static readonly Rule rule = new(RuleIds.NamedKeyDoesNotExist);

    [Test]
    public Task Reports_when_one_of_several_types_of_targets_lacks_it() => rule.ReportsMessage(
        "Film has no property 'Code' that KeyTo could name; name one that has a column",
        """
        namespace Shop;

        [Entity]
        public partial class Tag
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Tagging), Polymorphic = true, KeyTo = [|"Code"|])]
            public partial IReadOnlyList<Item> Items { get; }
        }

        public abstract class Item
        {
            public int Id { get; init; }
        }

        [Entity]
        public class Book : Item
        {
            [Unique]
            public int Code { get; set; }
        }

        [Entity]
        public class Film : Item;

        [Entity]
        public class Tagging
        {
            public int Id { get; init; }
            public int TagId { get; set; }
            public int ItemId { get; set; }
            public required string ItemType { get; set; }
        }
        """);

    [Test]
    public Task Reports_alone_and_says_what_was_meant() => rule.ReportsMessage(
        "Appointment has no property 'DoctorID' that ThroughKeyFrom could name; did you mean 'DoctorId'?",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyFrom = [|"DoctorID"|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Reports_when_nothing_is_near() => rule.ReportsMessage(
        "Doctor has no property 'Licence' that KeyFrom could name; name one that has a column",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), KeyFrom = [|"Licence"|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Reports_for_KeyTo_and_ThroughKeyTo() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), KeyTo = [|"Idd"|])]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasMany(through: typeof(Appointment), ThroughKeyTo = [|nameof(Doctor)|])]
            public partial IReadOnlyList<Patient> Others { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Reports_when_a_unique_set_names_it() => rule.Reports(
        """
        [Entity(Unique = [|[nameof(Floor), "Nmae"]|])]
        public class Room
        {
            public int Id { get; init; }
            public int Floor { get; set; }
            public required string Name { get; set; }
        }
        """);

    [Test]
    public Task Reports_each_name_of_a_unique_set() => rule.Reports(
        """
        [Entity(Unique = [|[|["Flor", nameof(Id), "Nmae"]|]|])]
        public class Room
        {
            public int Id { get; init; }
            public int Floor { get; set; }
            public required string Name { get; set; }
        }
        """);

    [Test]
    public Task Reports_the_entity_that_lacks_it_where_targets_are_of_several_types() => rule.ReportsMessage(
        "Photo has no property 'Code' that KeyTo could name; name one that has a column",
        """
        public interface ITopic;

        [Entity]
        public class Photo : ITopic
        {
            public int Id { get; init; }
        }

        [Entity]
        public partial class Comment
        {
            public int Id { get; init; }
            public int TopicId { get; set; }
            public required string TopicType { get; set; }

            [BelongsTo(Polymorphic = true, KeyFrom = nameof(TopicId), KeyTo = [|"Code"|])]
            public partial ITopic? Topic { get; }
        }
        """);

    [Test]
    public Task Is_silent_about_a_foreign_key_on_a_column() => rule.IsSilent(
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }

            [ForeignKey("Nope")]
            public int Floor { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_it_exists() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyFrom = nameof(Appointment.DoctorId), ThroughKeyTo = "PatientId")]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_fixed_in_a_string() => rule.IsFixed(
        "Change to 'DoctorId'",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyFrom = [|"DoctorID"|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyFrom = "DoctorId")]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_fixed_in_a_nameof() => rule.IsFixed(
        "Change to 'DoctorId'",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyFrom = nameof(Appointment.DocterId))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyFrom = nameof(Appointment.DoctorId))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_fixed_in_a_unique_set() => rule.IsFixed(
        "Change to 'Name'",
        """
        [Entity(Unique = [nameof(Floor), "Nmae"])]
        public class Room
        {
            public int Id { get; init; }
            public int Floor { get; set; }
            public required string Name { get; set; }
        }
        """,
        """
        [Entity(Unique = [nameof(Floor), "Name"])]
        public class Room
        {
            public int Id { get; init; }
            public int Floor { get; set; }
            public required string Name { get; set; }
        }
        """);

    [Test]
    public Task All_are_fixed_in_a_unique_set() => rule.AllAreFixed(
        "Change to 'Floor'",
        """
        [Entity(Unique = ["Flor", "Nmae"])]
        public class Room
        {
            public int Id { get; init; }
            public int Floor { get; set; }
            public required string Name { get; set; }
        }
        """,
        """
        [Entity(Unique = ["Floor", "Name"])]
        public class Room
        {
            public int Id { get; init; }
            public int Floor { get; set; }
            public required string Name { get; set; }
        }
        """);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Change to 'DoctorId'",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyFrom = [|"DoctorID"|], ThroughKeyTo = "PatientID")]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment), ThroughKeyFrom = "DoctorId", ThroughKeyTo = "PatientId")]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);
}
