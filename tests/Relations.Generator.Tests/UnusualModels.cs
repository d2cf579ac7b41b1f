namespace Relations.Generator.Tests;

/// <summary>Models whose keys and entities stand in unusual places, or have the names of what stands beside them.</summary>
internal static class UnusualModels
{
    public static IEnumerable<TestCaseData> All()
    {
        yield return Case("keys_that_differ_by_case_alone", """
            [Entity] public partial class Code
            {
                [Key, Column("upper")] public int Id { get; init; }
                [Key, Column("lower"), System.Text.Json.Serialization.JsonPropertyName("lower")] public string id { get; init; } = "";
                [HasMany] public partial IReadOnlyList<Line> Lines { get; }
                [HasMany(through: typeof(Use))] public partial IReadOnlyList<Line> Used { get; }
            }
            [Entity] public partial class Line
            {
                public int Id { get; init; }
                [Column("upper")] public int? CodeId { get; set; }
                [Column("lower"), System.Text.Json.Serialization.JsonPropertyName("lower")] public string? Codeid { get; set; }
                [BelongsTo] public partial Code? Code { get; }
            }
            [Entity] public partial class Use
            {
                public int LineId { get; set; }
                [Column("upper")] public int CodeId { get; set; }
                [Column("lower"), System.Text.Json.Serialization.JsonPropertyName("lower")] public string Codeid { get; set; } = "";
            }
            """);
        yield return Case("entities_called_like_type_parameters_of_what_is_emitted", """
            [Entity] public partial class TReader
            {
                public int Id { get; init; }
                public TBinder Kind { get; set; }
                [HasMany(through: typeof(Loan))] public partial IReadOnlyList<Book> Books { get; }
            }
            public enum TBinder { Fast, Slow }
            [Entity] public partial class Loan { public int TReaderId { get; set; } public int BookId { get; set; } public TBinder Kind { get; set; } }
            [Entity] public partial class Book { public int Id { get; init; } [HasMany(through: typeof(Loan))] public partial IReadOnlyList<TReader> Readers { get; } }
            """);
        yield return Case("properties_that_give_null_and_take_none", """
            [Entity] public partial class Shelf
            {
                public int Id { get; init; }
                [System.Diagnostics.CodeAnalysis.DisallowNull] public string? Label { get; set; }
                [System.Diagnostics.CodeAnalysis.DisallowNull] public byte[]? Seal { get; set; }
                [System.Diagnostics.CodeAnalysis.DisallowNull] public int? Size { get; set; }
                [HasMany, System.Diagnostics.CodeAnalysis.DisallowNull] public List<Book>? Books { get; set; }
            }
            [Entity] public partial class Book { public int Id { get; init; } public int ShelfId { get; set; } }
            """);
        yield return Case("keys_that_hide_members_of_object", """
            [Entity] public partial class Odd
            {
                [Key] public new int Equals { get; init; }
                [Key] public new int GetHashCode { get; init; }
                [Key] public new string ToString { get; init; } = "";
                [HasMany] public partial IReadOnlyList<Line> Lines { get; }
                [HasMany(through: typeof(Use))] public partial IReadOnlyList<Line> Used { get; }
            }
            [Entity] public partial class Line
            {
                public int Id { get; init; }
                public int OddEquals { get; set; }
                public int? OddGetHashCode { get; set; }
                public string? OddToString { get; set; }
                [BelongsTo] public partial Odd? Odd { get; }
                [HasMany(through: typeof(Use))] public partial IReadOnlyList<Odd> Odds { get; }
            }
            [Entity] public partial class Use
            {
                public int LineId { get; set; }
                public int OddEquals { get; set; }
                public int OddGetHashCode { get; set; }
                public string OddToString { get; set; } = "";
            }
            """);
        yield return Case("nested_entities_and_keys", """
            public static partial class Hospital
            {
                [Entity] public partial class Doctor
                {
                    public readonly record struct DoctorId(ulong Value);
                    public enum Level : byte { Low, High }
                    public enum Rank : ulong { Low, High = ulong.MaxValue }
                    [Key] public DoctorId Id { get; init; }
                    [Key] public Level Of { get; init; }
                    [Key] public Rank Class { get; init; }
                    public DoctorId? MentorId { get; set; }
                    public Level? MentorOf { get; set; }
                    public Rank? MentorClass { get; set; }
                    [BelongsTo(KeyFrom = "MentorId, MentorOf, MentorClass")] public partial Doctor? Mentor { get; }
                    [HasMany(KeyTo = "MentorId, MentorOf, MentorClass")] public partial IReadOnlyList<Doctor> Pupils { get; }
                    [HasMany(through: typeof(Visit))] public partial IReadOnlyList<Building.Ward> Wards { get; }
                    [HasMany(through: typeof(Visit))] public partial IReadOnlyList<Link<Building.Ward, Visit>> Visits { get; }
                }
                public static partial class Building
                {
                    [Entity] public partial class Ward
                    {
                        public readonly record struct Key(Guid Value);
                        public Key Id { get; init; }
                        [HasMany(through: typeof(Visit))] public partial IReadOnlyList<Doctor> Doctors { get; }
                    }
                }
                [Entity] public partial class Visit
                {
                    public Doctor.DoctorId DoctorId { get; set; }
                    public Doctor.Level DoctorOf { get; set; }
                    public Doctor.Rank DoctorClass { get; set; }
                    public Building.Ward.Key WardId { get; set; }
                    public Building.Ward.Key? MovedTo { get; set; }
                    [BelongsTo] public partial Doctor? Doctor { get; }
                    [BelongsTo] public partial Building.Ward? Ward { get; }
                }
            }
            """);
        yield return Case("keys_of_base_classes", """
            public abstract class Keyed<T> where T : struct
            {
                [Key, Column(Order = 2)] public T Part { get; init; }
                [Key, Column(Order = 1)] public virtual required string Code { get; init; }
            }
            public abstract class Named : Keyed<Guid> { public string? Name { get; set; } }
            [Entity] public partial class House : Named
            {
                public override required string Code { get; init; }
                [HasMany] public partial IReadOnlyList<Room> Rooms { get; }
                [HasMany(through: typeof(Use))] public partial IReadOnlyList<Guest> Guests { get; }
            }
            public class Located
            {
                public string? HouseCode { get; set; }
                public Guid? HousePart { get; set; }
            }
            [Entity] public partial class Room : Located
            {
                public int Id { get; init; }
                [BelongsTo] public partial House? House { get; }
            }
            [Entity] public partial class Guest : Keyed<int>
            {
                [HasMany(through: typeof(Use))] public partial IReadOnlyList<House> Houses { get; }
            }
            public abstract class Pair
            {
                public string HouseCode { get; set; } = "";
                public Guid HousePart { get; set; }
                public string GuestCode { get; set; } = "";
                public int GuestPart { get; set; }
            }
            [Entity] public partial class Use : Pair;
            """);
        yield return Case("positional_records", """
            [Entity] public sealed partial record House([property: Key] string Street, [property: Key] int Number, string? Name = null)
            {
                [HasMany] public partial IReadOnlyList<Room> Rooms { get; }
                [HasMany(through: typeof(Use))] public partial IReadOnlyList<Guest> Guests { get; }
                [HasMany(through: typeof(Use))] public partial IReadOnlyList<Link<Guest, Use>> Uses { get; }
            }
            [Entity] public sealed partial record Room(int Id, string? HouseStreet, int? HouseNumber)
            {
                [BelongsTo] public partial House? House { get; }
            }
            [Entity] public sealed partial record Guest([property: Key, Column(Order = 2)] Guest.Key No, [property: Key, Column(Order = 1)] DateOnly Day)
            {
                public readonly record struct Key(long Value);
                [HasMany(through: typeof(Use))] public partial IReadOnlyList<House> Houses { get; }
            }
            [Entity] public sealed partial record Use(string HouseStreet, int HouseNumber, DateOnly GuestDay, Guest.Key GuestNo, int Nights = 1);
            """);
        yield return Case("properties_named_like_their_types", """
            public enum Color : ulong { Red }
            public readonly record struct Code(string Value);
            [Entity] public partial class Paint
            {
                [Key] public Color Color { get; init; }
                [Key] public Code Code { get; init; }
                [Key] public Guid Guid { get; init; }
                [HasMany] public partial IReadOnlyList<Tin> Paint1 { get; }
                [HasMany(through: typeof(Mix))] public partial IReadOnlyList<Tin> Tin { get; }
                [HasMany(through: typeof(Mix))] public partial IReadOnlyList<Link<Tin, Mix>> Mix { get; }
            }
            [Entity] public partial class Tin
            {
                public Guid Id { get; init; }
                public Color? PaintColor { get; set; }
                public Code? PaintCode { get; set; }
                public Guid? PaintGuid { get; set; }
                [BelongsTo] public partial Paint? Paint { get; }
                [HasOne] public partial Lid? Lid { get; }
            }
            [Entity] public partial class Lid
            {
                [Key] public Guid TinId { get; init; }
                [BelongsTo] public partial Tin? Tin { get; }
            }
            [Entity] public partial class Mix
            {
                public Color Color { get; set; }
                public Code Code { get; set; }
                public Guid Guid { get; set; }
                public Guid TinId { get; set; }
                [BelongsTo(KeyFrom = "Color, Code, Guid")] public partial Paint? Paint { get; }
                [BelongsTo] public partial Tin? Tin { get; }
            }
            """);
        yield return Case("foreign_keys_by_attribute", """
            [Entity] public partial class House
            {
                [Key] public int No { get; init; }
                [Key] public string Street { get; init; } = "";
                [HasMany] public partial IReadOnlyList<Room> Rooms { get; }
            }
            [Entity] public partial class Room
            {
                public int Id { get; init; }
                [ForeignKey(nameof(Home)), Column(Order = 2)] public string? B { get; set; }
                [ForeignKey(nameof(Home)), Column(Order = 1)] public int? A { get; set; }
                public int C { get; set; }
                public string D { get; set; } = "";
                [BelongsTo] public partial House? Home { get; }
            }
            [Entity(Unique = ["D", "C"])] public partial class Cell
            {
                public int Id { get; init; }
                public int C { get; set; }
                public string D { get; set; } = "";
                [BelongsTo, ForeignKey(" C , D ")] public partial House? Home { get; }
                [HasMany(KeyFrom = "D, C", KeyTo = "B, A")] public partial IReadOnlyList<Room> Rooms { get; }
                [HasOne(KeyFrom = "D,C,Id", KeyTo = "D,C,Id")] public partial Cell? Same { get; }
            }
            """);
        yield return Case("a_through_model_without_a_key_in_an_inner_namespace", """
            namespace Shop
            {
                [Entity] public partial class Author
                {
                    public int Id { get; init; }
                    [HasMany(through: typeof(Links.Authorship))] public partial IReadOnlyList<Book> Books { get; }
                }
                [Entity] public partial class Book
                {
                    [Key] public string Isbn { get; init; } = "";
                    [Key] public int Edition { get; init; }
                    [HasMany(through: typeof(Links.Reading))] public partial IReadOnlyList<Reader> Readers { get; }
                }
                [Entity] public partial class Reader
                {
                    [Key] public Guid Card { get; init; }
                }
            }
            namespace Shop.Links
            {
                [Entity] public partial class Authorship
                {
                    public int AuthorId { get; set; }
                    public string BookIsbn { get; set; } = "";
                    public int BookEdition { get; set; }
                }
                [Entity] public partial class Reading
                {
                    public Guid ReaderCard { get; set; }
                    public string BookIsbn { get; set; } = "";
                    public int BookEdition { get; set; }
                }
            }
            """);
        yield return Case("a_key_of_nine_parts", """
            [Entity] public partial class Nine
            {
                [Key] public int A { get; init; }
                [Key] public int B { get; init; }
                [Key] public int C { get; init; }
                [Key] public int D { get; init; }
                [Key] public int E { get; init; }
                [Key] public int F { get; init; }
                [Key] public int G { get; init; }
                [Key] public int Rest { get; init; }
                [Key] public byte[] Item3 { get; init; } = [];
                [HasMany] public partial IReadOnlyList<Line> Lines { get; }
            }
            [Entity] public partial class Line
            {
                public int Id { get; init; }
                public int NineA { get; set; }
                public int NineB { get; set; }
                public int NineC { get; set; }
                public int NineD { get; set; }
                public int NineE { get; set; }
                public int NineF { get; set; }
                public int NineG { get; set; }
                public int? NineRest { get; set; }
                public byte[]? NineItem3 { get; set; }
                [BelongsTo] public partial Nine? Nine { get; }
            }
            """);
        foreach (var name in new[] { "Key", "Session", "Definition", "Query", "Patch", "Column", "Filter", "Database", "Link", "Relations", "Entity", "Task", "String", "Guid", "Instance", "Value", "record" })
        {
            yield return Case($"a_target_named_{name}", $$"""
                namespace Models
                {
                    [Entity] public partial class {{(name == "record" ? "@" : "")}}{{name}}
                    {
                        [Key] public int First { get; init; }
                        [Key] public DateOnly Second { get; init; }
                        public string? Text { get; set; }
                        [HasMany(through: typeof(Use))] public partial IReadOnlyList<Source> Sources { get; }
                    }
                    [Entity] public partial class Source
                    {
                        public int Id { get; init; }
                        public int? {{name}}First { get; set; }
                        public DateOnly? {{name}}Second { get; set; }
                        [BelongsTo] public partial global::Models.@{{name}}? {{name}} { get; }
                        [HasMany(through: typeof(Use))] public partial IReadOnlyList<global::Models.@{{name}}> {{name}}s { get; }
                        [HasMany(through: typeof(Use))] public partial IReadOnlyList<global::Relations.Link<global::Models.@{{name}}, Use>> Uses { get; }
                    }
                    [Entity] public partial class Use
                    {
                        public int SourceId { get; set; }
                        public int {{name}}First { get; set; }
                        public DateOnly {{name}}Second { get; set; }
                        public required string Why { get; set; }
                        [BelongsTo] public partial global::Models.@{{name}}? {{name}} { get; }
                    }
                }
                """);
        }
    }

    private static TestCaseData Case(string name, string source) => new TestCaseData(source).SetArgDisplayNames(name);
}
