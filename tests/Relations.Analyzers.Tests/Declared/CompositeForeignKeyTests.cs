using Relations.Analyzers.Tests.Verification;
using static Relations.Analyzers.Tests.Declared.CompositeKeyModel;

namespace Relations.Analyzers.Tests.Declared;

/// <summary>What the rules say of foreign keys of several parts: found by their names, or missing.</summary>
public sealed class CompositeForeignKeyTests
{
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

    private static readonly Rule targetLacksForeignKey = new(RuleIds.TargetLacksForeignKey);
    private static readonly Rule sourceLacksForeignKey = new(RuleIds.SourceLacksForeignKey);
    private static readonly Rule throughModelLacksSourceKey = new(RuleIds.ThroughModelLacksSourceKey);
    private static readonly Rule throughModelLacksTargetKey = new(RuleIds.ThroughModelLacksTargetKey);
    private static readonly Rule foreignKeyIsAmbiguous = new(RuleIds.ForeignKeyIsAmbiguous);
    private static readonly Rule relationPropertyShouldBeNullable = new(RuleIds.RelationPropertyShouldBeNullable);

    [Test]
    public Task A_missing_foreign_key_names_its_parts() => targetLacksForeignKey.ReportsMessage(
        "Line has no property 'OrderNumber, OrderCode' to refer to Order; add it, or name the foreign key with KeyTo, or the model that stands between both with through",
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
            public required string OrderCode { get; set; }
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
    public Task Several_foreign_keys_are_named_with_their_parts() => foreignKeyIsAmbiguous.ReportsMessage(
        "Line has several foreign keys to Order (OldNumber, OldCode; NewNumber, NewCode); name the one that is meant with KeyTo",
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
}
