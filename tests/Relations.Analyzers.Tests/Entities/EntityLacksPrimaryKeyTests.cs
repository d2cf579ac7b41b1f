using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class EntityLacksPrimaryKeyTests
{
    private static readonly Rule rule = new(RuleIds.EntityLacksPrimaryKey);

    [Test]
    public Task Reports_when_nothing_is_a_key() => rule.ReportsMessage(
        "Room has no primary key; add a property 'Id', or mark its key with [Key]",
        """
        [Entity]
        public class [|Room|]
        {
            public string? Name { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_a_property_is_called_Id_or_like_the_type() => rule.IsSilent(
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
        }

        [Entity]
        public class Chair
        {
            public int ChairId { get; init; }
        }
        """);

    [Test]
    public Task Is_silent_when_a_base_class_has_the_key() => rule.IsSilent(
        """
        public abstract class Row
        {
            [Key]
            public int Number { get; init; }
        }

        [Entity]
        public class Room : Row;
        """);

    [Test]
    public Task Is_silent_when_a_through_model_has_the_pair() => rule.IsSilent(
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
            public int DoctorId { get; init; }
            public int PatientId { get; init; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_fixed_by_a_first_property() => rule.IsFixed(
        "Add the primary key 'Id'",
        """
        namespace Hotel
        {
            [Entity]
            public class [|Room|]
            {
                public string? Name { get; set; }
            }
        }
        """,
        """
        namespace Hotel
        {
            [Entity]
            public class Room
            {
                public int Id { get; init; }
                public string? Name { get; set; }
            }
        }
        """);

    [Test]
    public Task Is_fixed_where_there_is_no_body() => rule.IsFixed(
        "Add the primary key 'Id'",
        """
        [Entity]
        public class [|Room|];
        """,
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
        }
        """);

    [Test]
    public Task Offers_nothing_when_the_name_is_taken() => rule.Offers(
        [],
        """
        [Entity]
        public class [|Room|]
        {
            public static int Id => 1;
            public string? Name { get; set; }
        }
        """);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Add the primary key 'Id'",
        """
        [Entity]
        public class Room
        {
            public string? Name { get; set; }
        }

        [Entity]
        public record Chair { public string? Name { get; set; } }
        """,
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
            public string? Name { get; set; }
        }

        [Entity]
        public record Chair { public int Id { get; init; } public string? Name { get; set; } }
        """);
}
