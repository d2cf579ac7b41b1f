using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class EmittedNameClashesTests
{
    private static readonly Rule rule = new(RuleIds.EmittedNameClashes);

    [Test]
    public Task Reports_when_the_user_has_a_type_of_the_name() => rule.ReportsMessage(
        "The name RoomPatch, which is generated for Room, is taken; rename one of the two",
        """
        [Entity]
        public class [|Room|]
        {
            public int Id { get; init; }
        }

        public class RoomPatch;
        """);

    [TestCase("DoctorRepository")]
    [TestCase("DoctorProperties")]
    [TestCase("DoctorPatch")]
    [TestCase("DoctorDefinition")]
    [TestCase("DoctorExtensions")]
    public Task Reports_when_another_entity_has_the_name(string name) => rule.ReportsMessage(
        $"The name {name}, which is generated for Doctor, is taken; rename one of the two",
        $$"""
        [Entity]
        public partial class [|Doctor|]
        {
            public int Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<{{name}}> Others { get; }
        }

        [Entity]
        public partial class {{name}}
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }
        }
        """);

    [Test]
    public Task Reports_when_the_method_of_one_relation_is_that_of_another() => rule.ReportsMessage(
        "The name RoomRepository.DefinitionRelation, which is generated for Room.DefinitionRelation, is taken; rename one of the two",
        """
        [Entity]
        public partial class Room
        {
            public int Id { get; init; }
            public int? RoomId { get; set; }

            [HasMany]
            public partial IReadOnlyList<Room> Definition { get; }

            [HasMany]
            public partial IReadOnlyList<Room> [|DefinitionRelation|] { get; }
        }
        """);

    [Test]
    public Task Reports_when_two_relations_differ_in_their_first_letters_case() => rule.ReportsMessage(
        "The name Room.bedsSlot, which is generated for Room.beds, is taken; rename one of the two",
        """
        [Entity]
        public partial class Room
        {
            public int Id { get; init; }
            public int? RoomId { get; set; }

            [HasMany]
            public partial IReadOnlyList<Room> Beds { get; }

            [HasMany, System.Text.Json.Serialization.JsonPropertyName("others")]
            public partial IReadOnlyList<Room> [|beds|] { get; }
        }
        """);

    [TestCase("DoctorPatientsRelation")]
    [TestCase("DoctorPatientsThroughData")]
    public Task Reports_when_an_entity_has_the_name_of_a_relations_type(string name) => rule.ReportsMessage(
        $"The name {name}, which is generated for Doctor.Patients, is taken; rename one of the two",
        $$"""
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> [|Patients|] { get; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Link<Patient, Appointment>> Visits { get; }

            [HasMany]
            public partial IReadOnlyList<{{name}}> Others { get; }
        }

        [Entity]
        public partial class {{name}}
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """,
        Models.Patient,
        Models.Appointment);

    [TestCase("public class DoctorPatientsRelation;")]
    [TestCase("public static partial class DoctorPatientsRelation;")]
    [TestCase("public partial record DoctorPatientsRelation;")]
    [TestCase("public enum DoctorPatientsRelation { None }")]
    [TestCase("public struct DoctorPatientsThroughData;")]
    public Task Reports_when_a_type_has_the_name_of_a_relations_type(string type) => rule.Reports(
        $$"""
        namespace Clinic;

        {{type}}

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> [|Patients|] { get; }
        }
        """,
        Models.Patient,
        Models.Appointment);

    [TestCase("PromotionsProperties")]
    [TestCase("PromotionsPatch")]
    [TestCase("PromotionsFreeDeliveryRelation")]
    public Task Reports_when_a_type_has_the_name_of_what_targets_of_several_types_share(string name) => rule.ReportsMessage(
        $"The name Customer{name}, which is generated for Customer.Promotions, is taken; rename one of the two",
        Promotions("public List<Promotion>? [|Promotions|] { get; set; }", $"public class Customer{name};"));

    [Test]
    public Task Reports_when_an_entity_has_the_properties_that_targets_of_several_types_share() => rule.ReportsMessage(
        "The name CustomerPromotionsProperties, which is generated for Customer.Promotions, is taken; rename one of the two",
        Promotions("public List<Promotion>? [|Promotions|] { get; set; }", "[Entity] public class CustomerPromotions { public int Id { get; set; } }"));

    [Test]
    public Task Reports_when_a_relation_has_the_name_of_another_and_a_type_of_its_targets() => rule.ReportsMessage(
        "The name CustomerPromotionsFreeDeliveryRelation, which is generated for Customer.PromotionsFreeDelivery, is taken; rename one of the two",
        Promotions(
            "public List<Promotion>? Promotions { get; set; } [HasMany(KeyTo = \"OwnerId\")] public List<FreeDelivery>? [|PromotionsFreeDelivery|] { get; set; }",
            ""));

    [Test]
    public Task Reports_when_relations_of_two_entities_are_called_alike_with_their_entities() => rule.ReportsMessage(
        "The name OrderItemLinesRelation, which is generated for OrderItem.Lines, is taken; rename one of the two",
        """
        [Entity]
        public partial class Order
        {
            public int Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<Line> ItemLines { get; }
        }

        [Entity]
        public partial class OrderItem
        {
            public int Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<Line> [|Lines|] { get; }
        }

        [Entity]
        public class Line
        {
            public int Id { get; init; }
            public int OrderId { get; set; }
            public int OrderItemId { get; set; }
        }
        """);

    [Test]
    public Task Reports_when_a_namespace_has_the_name() => rule.Reports(
        """
        namespace Clinic
        {
            [Entity]
            public class [|Doctor|]
            {
                public int Id { get; init; }
            }
        }

        namespace Clinic.DoctorPatch
        {
            public class Note;
        }
        """);

    [Test]
    public Task Is_silent_when_types_of_relations_are_extended_or_generic_types_are_called_alike() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        public sealed partial class DoctorPatientsRelation
        {
            public static int Most => 3;
        }

        public static partial class DoctorExtensions
        {
            public static int Number(this Doctor doctor) => doctor.Id;
        }

        public class DoctorPatch<T>;
        """,
        Models.Patient,
        Models.Appointment);

    private static string Promotions(string relation, string other) =>
        $$"""
        [Entity]
        public class Customer
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Award), Polymorphic = true)]
            {{relation}}
        }

        public abstract class Promotion
        {
            public int Id { get; init; }
            public string Text { get; set; } = "";
            public int OwnerId { get; set; }
        }

        [Entity]
        public class FreeDelivery : Promotion;

        [Entity]
        public class HalfPrice : Promotion;

        [Entity]
        public class Award
        {
            public int Id { get; init; }
            public int CustomerId { get; set; }
            public int PromotionId { get; set; }
            public string PromotionType { get; set; } = "";
        }

        {{other}}
        """;

    [Test]
    public Task Is_silent_when_the_repository_is_extended() => rule.IsSilent(
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
        }

        public partial class RoomRepository
        {
            public static int Floors => 3;
        }
        """);
}
