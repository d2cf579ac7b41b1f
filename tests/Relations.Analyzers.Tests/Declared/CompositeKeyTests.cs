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
    private static readonly Rule foreignKeyIsAmbiguous = new(RuleIds.ForeignKeyIsAmbiguous);
    private static readonly Rule relationContradicts = new(RuleIds.RelationContradicts);
    private static readonly Rule linksAreNotUnique = new(RuleIds.LinksAreNotUnique);
    private static readonly Rule relationPropertyShouldBeNullable = new(RuleIds.RelationPropertyShouldBeNullable);
    private static readonly Rule inverseUsesOtherKeys = new(RuleIds.InverseUsesOtherKeys);
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

    [Test]
    public Task A_named_part_that_does_not_exist_is_named_by_every_setting() => namedKeyDoesNotExist.Reports(
        Order + """

            [HasMany(KeyTo = [|"Number, Cod"|])]
            public partial IReadOnlyList<Delivery> Deliveries { get; }
            [HasMany(KeyFrom = [|"Number,"|], KeyTo = "Number, Code")]
            public partial IReadOnlyList<Delivery> Others { get; }
            [HasMany(through: typeof(Delivery), ThroughKeyFrom = [|"Number, Name"|])]
            public partial IReadOnlyList<Carrier> Carriers { get; }
            [BelongsTo, ForeignKey([|"Number, Name"|])]
            public partial Order? Previous { get; }
        }

        [Entity]
        public partial class Carrier
        {
            public int Id { get; init; }
            [HasMany(through: typeof(Delivery), ThroughKeyTo = [|"code, Number"|])]
            public partial IReadOnlyList<Order> Orders { get; }
            [HasMany(through: typeof(Delivery), KeyTo = [|"Number, code"|])]
            public partial IReadOnlyList<Order> Others { get; }
        }

        [Entity]
        public partial class Delivery
        {
            public int Id { get; init; }
            public int Number { get; set; }
            public string Code { get; set; } = "";
            public int CarrierId { get; set; }
        }
        """);

    [Test]
    public Task Parts_in_another_order_have_other_types() => foreignKeyTypeDiffers.ReportsMessage(
        "Receipt.Mark has the type string, but Order.Number, to which it refers, is int; give both the same type",
        Order + """

            [HasMany(KeyTo = [|"Mark, Year"|])]
            public partial IReadOnlyList<Receipt> Receipts { get; }
        }

        [Entity]
        public partial class Receipt
        {
            public int Id { get; init; }
            public int Year { get; set; }
            public string Mark { get; set; } = "";
        }
        """);

    [Test]
    public Task Every_setting_names_as_many_parts_as_the_key_has() => foreignKeyTypeDiffers.Reports(
        Order + """

            [Unique]
            public int Serial { get; init; }
            [HasMany(KeyTo = [|"Number"|])]
            public partial IReadOnlyList<Delivery> Deliveries { get; }
            [HasMany(KeyFrom = nameof(Serial), KeyTo = [|"Number, Code"|])]
            public partial IReadOnlyList<Delivery> Others { get; }
            [HasMany(through: typeof(Delivery), ThroughKeyFrom = [|"Number, Code, Note"|])]
            public partial IReadOnlyList<Carrier> Carriers { get; }
        }

        [Entity]
        public partial class Carrier
        {
            public int Id { get; init; }
            [HasMany(through: typeof(Delivery), ThroughKeyTo = [|"Number"|])]
            public partial IReadOnlyList<Order> Orders { get; }
        }

        [Entity]
        public partial class Delivery
        {
            public int Id { get; init; }
            public int Number { get; set; }
            public string Code { get; set; } = "";
            public string Note { get; set; } = "";
            public int CarrierId { get; set; }
        }
        """);

    [TestCase("KeyFrom", "[BelongsTo(KeyFrom = [|\"Year, Year\"|])] public partial Place? Place { get; }")]
    [TestCase("KeyFrom", "[BelongsTo, ForeignKey([|\"Year, Year\"|])] public partial Place? Place { get; }")]
    [TestCase("KeyTo", "[BelongsTo(KeyFrom = \"Year, Page\", KeyTo = [|\"Row, Row\"|])] public partial Place? Place { get; }")]
    [TestCase("KeyTo", "[HasMany(KeyFrom = \"Year, Page\", KeyTo = [|\"Row,Row\"|])] public partial IReadOnlyList<Place> Places { get; }")]
    [TestCase("ThroughKeyTo", "[HasMany(through: typeof(Mark), ThroughKeyTo = [|\"Row, Row\"|])] public partial IReadOnlyList<Place> Places { get; }")]
    public Task A_property_that_a_setting_names_twice_is_no_key(string setting, string relation) => relationContradicts.ReportsMessage(
        $"Book.{(relation.Contains("Places", StringComparison.Ordinal) ? "Places" : "Place")} cannot be a relation as declared: {setting} names '{(relation.Contains("[|\"Row", StringComparison.Ordinal) ? "Row" : "Year")}' twice",
        $$"""

        [Entity(Unique = [nameof(Year), nameof(Page)])]
        public partial class Book
        {
            public int Id { get; init; }
            public int Year { get; set; }
            public int Page { get; set; }
            {{relation}}
        }

        [Entity]
        public partial class Place
        {
            [Key]
            public int Row { get; init; }
            [Key]
            public int Column { get; init; }
        }

        [Entity]
        public partial class Mark
        {
            public int Id { get; init; }
            public int BookId { get; set; }
            public int Row { get; set; }
            public int Column { get; set; }
        }
        """);

    private const string TwoVouchers = """

        [Entity]
        public partial class Line
        {
            public int Id { get; init; }
            public int OldNumber { get; set; }
            public string OldCode { get; set; } = "";
            public int NewNumber { get; set; }
            public string NewCode { get; set; } = "";
            [BelongsTo(KeyFrom = "OldNumber, OldCode")]
            public partial Order? Old { get; }
            [BelongsTo(KeyFrom = "NewNumber, NewCode")]
            public partial Order? New { get; }
        }
        """;

    [Test]
    public Task Several_foreign_keys_are_named_with_their_parts() => foreignKeyIsAmbiguous.ReportsMessage(
        "Line has several foreign keys to Order (OldNumber, OldCode; NewNumber, NewCode); name the one that is meant",
        Order + """

            [HasMany]
            public partial [|IReadOnlyList<Line>|] Lines { get; }
        }

        """ + TwoVouchers);

    [Test]
    public Task Several_foreign_keys_are_offered_with_their_parts() => foreignKeyIsAmbiguous.IsFixed(
        "Use 'NewNumber, NewCode' as KeyTo",
        Order + """

            [HasMany]
            public partial [|IReadOnlyList<Line>|] Lines { get; }
        }

        """ + TwoVouchers,
        Order + """

            [HasMany(KeyTo = "NewNumber, NewCode")]
            public partial IReadOnlyList<Line> Lines { get; }
        }

        """ + TwoVouchers);

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
    public Task A_target_may_be_missing_where_one_part_may_be_null() => relationPropertyShouldBeNullable.Reports(
        Order + """

        }

        [Entity]
        public partial class Line
        {
            public int Id { get; init; }
            public int OrderNumber { get; set; }
            public string? OrderCode { get; set; }
            [BelongsTo]
            public partial [|Order|] Order { get; }
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
