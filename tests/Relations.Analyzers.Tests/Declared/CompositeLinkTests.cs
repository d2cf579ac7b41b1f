using Relations.Analyzers.Tests.Verification;
using static Relations.Analyzers.Tests.Declared.CompositeKeyModel;

namespace Relations.Analyzers.Tests.Declared;

/// <summary>What the rules say of links between keys of several parts.</summary>
public sealed class CompositeLinkTests
{
    private const string Carriers = """

            [HasMany(through: typeof(Delivery))]
            public partial IReadOnlyList<Carrier> Carriers { get; }
        }

        [Entity]
        public partial class Carrier
        {
            public int Id { get; init; }
        }

        """;

    private static readonly Rule selfThroughKeysAreTheSame = new(RuleIds.SelfThroughKeysAreTheSame);
    private static readonly Rule linksAreNotUnique = new(RuleIds.LinksAreNotUnique);
    private static readonly Rule inverseUsesOtherKeys = new(RuleIds.InverseUsesOtherKeys);

    [Test]
    public Task Keys_of_a_link_share_no_part() => selfThroughKeysAreTheSame.ReportsMessage(
        "Delivery refers to Order with 'Number' at both ends; name two foreign keys with ThroughKeyFrom and ThroughKeyTo",
        Order + """

            [HasMany(through: typeof(Delivery), ThroughKeyTo = [|"Number, Name"|])]
            public partial IReadOnlyList<Carrier> Carriers { get; }
        }

        [Entity]
        public partial class Carrier
        {
            [Key]
            public int Number { get; init; }
            [Key]
            public string Name { get; init; } = "";
        }

        [Entity]
        public partial class Delivery
        {
            public int Id { get; init; }
            public int Number { get; set; }
            public string Code { get; set; } = "";
            public string Name { get; set; } = "";
        }
        """);

    [Test]
    public Task Links_by_a_composite_key_that_are_not_unique_name_all_parts() => linksAreNotUnique.ReportsMessage(
        "Delivery carries nothing but its keys, and linking twice makes two links; make OrderNumber, OrderCode and CarrierId its key, or unique together",
        Order + Carriers + """
        [Entity]
        public partial class [|Delivery|]
        {
            public int Id { get; init; }
            public int OrderNumber { get; set; }
            public string OrderCode { get; set; } = "";
            public int CarrierId { get; set; }
        }
        """);

    [Test]
    public Task Links_by_a_composite_key_are_made_unique() => linksAreNotUnique.IsFixed(
        "Make 'OrderNumber', 'OrderCode' and 'CarrierId' unique together",
        Order + Carriers + """
        [Entity]
        public partial class [|Delivery|]
        {
            public int Id { get; init; }
            public int OrderNumber { get; set; }
            public string OrderCode { get; set; } = "";
            public int CarrierId { get; set; }
        }
        """,
        Order + Carriers + """
        [Entity(Unique = [nameof(OrderNumber), nameof(OrderCode), nameof(CarrierId)])]
        public partial class Delivery
        {
            public int Id { get; init; }
            public int OrderNumber { get; set; }
            public string OrderCode { get; set; } = "";
            public int CarrierId { get; set; }
        }
        """);

    [Test]
    public Task Links_with_data_beside_a_composite_key_may_be_many() => linksAreNotUnique.IsSilent(
        Order + Carriers + """
        [Entity]
        public partial class Delivery
        {
            public int Id { get; init; }
            public int OrderNumber { get; set; }
            public string OrderCode { get; set; } = "";
            public int CarrierId { get; set; }
            public string? Note { get; set; }
        }
        """);

    [Test]
    public Task An_inverse_by_other_parts_is_another_relation() => inverseUsesOtherKeys.ReportsMessage(
        "Order.Carriers and Carrier.Orders go through Delivery by different keys; name the same two on both",
        Order + """

            [HasMany(through: [|typeof(Delivery)|])]
            public partial IReadOnlyList<Carrier> Carriers { get; }
        }

        [Entity]
        public partial class Carrier
        {
            public int Id { get; init; }
            [HasMany(through: {|REL0117:typeof(Delivery)|}, ThroughKeyTo = "OrderNumber, OtherCode")]
            public partial IReadOnlyList<Order> Orders { get; }
        }

        [Entity]
        public partial class Delivery
        {
            public int Id { get; init; }
            public int OrderNumber { get; set; }
            public string OrderCode { get; set; } = "";
            public string OtherCode { get; set; } = "";
            public int CarrierId { get; set; }
        }
        """);

    [Test]
    public Task An_inverse_that_names_the_same_parts_is_the_same_relation() => inverseUsesOtherKeys.IsSilent(
        Order + """

            [HasMany(through: typeof(Delivery))]
            public partial IReadOnlyList<Carrier> Carriers { get; }
        }

        [Entity]
        public partial class Carrier
        {
            public int Id { get; init; }
            [HasMany(through: typeof(Delivery), ThroughKeyTo = " OrderNumber,OrderCode ")]
            public partial IReadOnlyList<Order> Orders { get; }
            [HasMany(through: typeof(Delivery), KeyTo = "Code, Number", ThroughKeyTo = "OrderCode, OrderNumber")]
            public partial IReadOnlyList<Order> Swapped { get; }
        }

        [Entity]
        public partial class Delivery
        {
            public int Id { get; init; }
            public int OrderNumber { get; set; }
            public string OrderCode { get; set; } = "";
            public int CarrierId { get; set; }
            public string? Note { get; set; }
        }
        """);
}
