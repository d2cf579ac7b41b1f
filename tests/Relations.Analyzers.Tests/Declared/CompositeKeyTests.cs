using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

/// <summary>What the rules say of composite keys.</summary>
public sealed class CompositeKeyTests
{
    private const string Order = """

        [Entity]
        public partial class Order
        {
            [Key]
            public int Number { get; init; }
            [Key]
            public string Code { get; init; } = "";
        """;

    private static readonly Rule targetLacksForeignKey = new(RuleIds.TargetLacksForeignKey);
    private static readonly Rule sourceLacksForeignKey = new(RuleIds.SourceLacksForeignKey);
    private static readonly Rule throughModelLacksSourceKey = new(RuleIds.ThroughModelLacksSourceKey);
    private static readonly Rule throughModelLacksTargetKey = new(RuleIds.ThroughModelLacksTargetKey);
    private static readonly Rule namedKeyDoesNotExist = new(RuleIds.NamedKeyDoesNotExist);
    private static readonly Rule selfThroughKeysAreTheSame = new(RuleIds.SelfThroughKeysAreTheSame);
    private static readonly Rule foreignKeyTypeDiffers = new(RuleIds.ForeignKeyTypeDiffers);
    private static readonly Rule keyIsNotUnique = new(RuleIds.KeyIsNotUnique);

    [Test]
    public Task A_missing_foreign_key_names_its_parts() => targetLacksForeignKey.ReportsMessage(
        "Line has no property 'OrderNumber, OrderCode' to refer to Order; add it, or name the foreign key with KeyTo",
        Order + """

            [HasMany]
            public partial [|IReadOnlyList<Line>|] Lines { get; }
        }

        [Entity]
        public partial class Line
        {
            public int Id { get; init; }
        }
        """);

    [Test]
    public Task A_missing_foreign_key_is_added_part_by_part() => targetLacksForeignKey.IsFixed(
        "Add 'OrderNumber' and 'OrderCode' to Line",
        Order + """

            [HasMany]
            public partial [|IReadOnlyList<Line>|] Lines { get; }
        }

        [Entity]
        public partial class Line
        {
            public int Id { get; init; }
        }
        """,
        Order + """

            [HasMany]
            public partial IReadOnlyList<Line> Lines { get; }
        }

        [Entity]
        public partial class Line
        {
            public int Id { get; init; }
            public int OrderNumber { get; set; }
            public string OrderCode { get; set; }
        }
        """);

    [Test]
    public Task A_missing_part_names_that_part() => sourceLacksForeignKey.ReportsMessage(
        "Line has no property 'OrderCode' to refer to Order; add it, or name the foreign key with KeyFrom",
        Order + """

        }

        [Entity]
        public partial class Line
        {
            public int Id { get; init; }
            public int OrderNumber { get; set; }
            [BelongsTo]
            public partial [|Order?|] Order { get; }
        }
        """);

    [Test]
    public Task A_through_model_that_lacks_a_part_to_the_source_names_it() => throughModelLacksSourceKey.ReportsMessage(
        "Delivery has no property 'OrderNumber' to refer to Order; add it, or name the foreign key with ThroughKeyFrom",
        Order + """

            [HasMany(through: [|typeof(Delivery)|])]
            public partial IReadOnlyList<Carrier> Carriers { get; }
        }

        [Entity]
        public partial class Carrier
        {
            public int Id { get; init; }
        }

        [Entity]
        public partial class Delivery
        {
            public int Id { get; init; }
            public string Code { get; set; } = "";
            public int CarrierId { get; set; }
        }
        """);

    [Test]
    public Task A_through_model_that_lacks_a_part_to_the_target_names_it() => throughModelLacksTargetKey.ReportsMessage(
        "Delivery has no property 'OrderCode' to refer to Order; add it, or name the foreign key with ThroughKeyTo",
        Order + """

        }

        [Entity]
        public partial class Carrier
        {
            public int Id { get; init; }
            [HasMany(through: [|typeof(Delivery)|])]
            public partial IReadOnlyList<Order> Orders { get; }
        }

        [Entity]
        public partial class Delivery
        {
            public int Id { get; init; }
            public int OrderNumber { get; set; }
            public int CarrierId { get; set; }
        }
        """);

    [Test]
    public Task A_named_part_that_does_not_exist_is_renamed() => namedKeyDoesNotExist.IsFixed(
        "Change to 'Mark'",
        Order + """

        }

        [Entity]
        public partial class Receipt
        {
            public int Id { get; init; }
            public int Year { get; set; }
            public string Mark { get; set; } = "";
            [BelongsTo(KeyFrom = [|"Year, Marc"|])]
            public partial Order? Order { get; }
        }
        """,
        Order + """

        }

        [Entity]
        public partial class Receipt
        {
            public int Id { get; init; }
            public int Year { get; set; }
            public string Mark { get; set; } = "";
            [BelongsTo(KeyFrom = "Year, Mark")]
            public partial Order? Order { get; }
        }
        """);

    [Test]
    public Task A_part_of_another_type_is_named() => foreignKeyTypeDiffers.ReportsMessage(
        "Receipt.Year has the type long, but Order.Number, to which it refers, is int; give both the same type",
        Order + """

        }

        [Entity]
        public partial class Receipt
        {
            public int Id { get; init; }
            public long Year { get; set; }
            public string Mark { get; set; } = "";
            [BelongsTo(KeyFrom = [|"Year, Mark"|])]
            public partial Order? Order { get; }
        }
        """);

    [Test]
    public Task Another_number_of_parts_is_another_type() => foreignKeyTypeDiffers.ReportsMessage(
        "Receipt.Year has the type int, but Order.(Number, Code), to which it refers, is (int, string); give both the same type",
        Order + """

        }

        [Entity]
        public partial class Receipt
        {
            public int Id { get; init; }
            public int Year { get; set; }
            [BelongsTo(KeyFrom = [|nameof(Year)|])]
            public partial Order? Order { get; }
        }
        """);

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
    public Task A_key_that_is_not_unique_is_made_so() => keyIsNotUnique.IsFixed(
        "Make Year, Mark unique together",
        """

        [Entity]
        public partial class Receipt
        {
            public int Id { get; init; }
            public int Year { get; set; }
            public string Mark { get; set; } = "";
            [HasMany(KeyFrom = [|"Year, Mark"|])]
            public partial IReadOnlyList<Copy> Copies { get; }
        }

        [Entity]
        public partial class Copy
        {
            public int Id { get; init; }
            public int ReceiptYear { get; set; }
            public string ReceiptMark { get; set; } = "";
        }
        """,
        """

        [Entity(Unique = [nameof(Year), nameof(Mark)])]
        public partial class Receipt
        {
            public int Id { get; init; }
            public int Year { get; set; }
            public string Mark { get; set; } = "";
            [HasMany(KeyFrom = "Year, Mark")]
            public partial IReadOnlyList<Copy> Copies { get; }
        }

        [Entity]
        public partial class Copy
        {
            public int Id { get; init; }
            public int ReceiptYear { get; set; }
            public string ReceiptMark { get; set; } = "";
        }
        """);

    [Test]
    public Task Parts_found_by_name_are_enough() => targetLacksForeignKey.IsSilent(
        Order + """

            [HasMany]
            public partial IReadOnlyList<Line> Lines { get; }
            [HasMany(through: typeof(Delivery))]
            public partial IReadOnlyList<Carrier> Carriers { get; }
        }

        [Entity]
        public partial class Line
        {
            public int Id { get; init; }
            public int? OrderNumber { get; set; }
            public string? OrderCode { get; set; }
            [BelongsTo]
            public partial Order? Order { get; }
        }

        [Entity]
        public partial class Carrier
        {
            public int Id { get; init; }
            [HasMany(through: typeof(Delivery))]
            public partial IReadOnlyList<Order> Orders { get; }
        }

        [Entity]
        public partial class Delivery
        {
            public int Number { get; set; }
            public string Code { get; set; } = "";
            public int CarrierId { get; set; }
        }
        """);
}
