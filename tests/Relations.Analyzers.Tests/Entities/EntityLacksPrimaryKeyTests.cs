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

    [TestCase("public int Id { get; }", "it has no setter, and no parameter of the constructor is named after it")]
    [TestCase("protected int Id { get; set; }", "it is not public")]
    [TestCase("public int Id { private get; set; }", "its getter is not public")]
    [TestCase("public int Id;", "it is a field")]
    [TestCase("public static int Id { get; set; }", "it is static")]
    [TestCase("[NotMapped] public int Id { get; set; }", "it is marked [NotMapped]")]
    public Task Reports_what_keeps_Id_from_being_it(string property, string obstacle) => rule.ReportsMessage(
        $"Room has no primary key; 'Id' cannot be it: {obstacle}; declare it as public int Id {{ get; init; }}, or mark its key with [Key]",
        $$"""
        [Entity]
        public class [|Room|]
        {
            {{property}}
            public string? Name { get; set; }
        }
        """);

    [Test]
    public Task Reports_what_keeps_an_inherited_property_from_being_it() => rule.ReportsMessage(
        "Room has no primary key; 'RoomId' cannot be it: it has no setter, and no parameter of the constructor is named after it; declare it as public System.Guid RoomId { get; init; }, or mark its key with [Key]",
        """
        public abstract class Place
        {
            public Guid RoomId { get; }
        }

        [Entity]
        public class [|Room|] : Place
        {
            public string? Name { get; set; }
        }
        """);

    [TestCase("ID", "Id")]
    [TestCase("id", "Id")]
    [TestCase("RoomID", "RoomId")]
    public Task Reports_a_name_that_differs_in_case(string name, string meant) => rule.ReportsMessage(
        $"Room has no primary key; '{name}' differs in case from '{meant}'; name it so, or mark it with [Key]",
        $$"""
        [Entity]
        public class [|Room|]
        {
            public int {{name}} { get; init; }
            public string? Name { get; set; }
        }
        """);

    [Test]
    public Task Reports_beside_a_constructor_that_has_nothing_to_do_with_it() => rule.Reports(
        """
        [Entity]
        public class {|REL0002:[|Room|]|}(int floor)
        {
            public int Level => floor;
        }
        """);

    [Test]
    public Task Is_silent_when_the_type_of_the_key_has_no_column() => rule.Reports(
        """
        [Entity]
        public class Room
        {
            public {|REL0003:Uri|} Id { get; init; } = null!;
        }

        [Entity]
        public class Chair
        {
            [Key]
            public {|REL0003:Uri|} Place { get; init; } = null!;
        }
        """);

    [Test]
    public Task Is_silent_when_there_is_no_constructor_to_set_it() => rule.Reports(
        """
        [Entity]
        public class {|REL0002:Room|}(int number)
        {
            public int Id { get; } = number;
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

    [TestCase("public static int Id => 1;")]
    [TestCase("public int ID { get; init; }")]
    public Task Offers_nothing_when_the_name_is_taken(string taken) => rule.Offers(
        [],
        $$"""
        [Entity]
        public class [|Room|]
        {
            {{taken}}
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
