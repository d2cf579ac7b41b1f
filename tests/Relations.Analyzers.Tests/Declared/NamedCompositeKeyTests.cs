using Relations.Analyzers.Tests.Verification;
using static Relations.Analyzers.Tests.Declared.CompositeKeyModel;

namespace Relations.Analyzers.Tests.Declared;

/// <summary>What the rules say of settings that name several parts.</summary>
public sealed class NamedCompositeKeyTests
{
    private static readonly Rule namedKeyDoesNotExist = new(RuleIds.NamedKeyDoesNotExist);
    private static readonly Rule foreignKeyTypeDiffers = new(RuleIds.ForeignKeyTypeDiffers);
    private static readonly Rule relationContradicts = new(RuleIds.RelationContradicts);
    private static readonly Rule keyIsNotUnique = new(RuleIds.KeyIsNotUnique);

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
}
