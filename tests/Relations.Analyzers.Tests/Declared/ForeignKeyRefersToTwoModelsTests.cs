using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class ForeignKeyRefersToTwoModelsTests
{
    private const string Toy = "[Entity] public partial class Toy { public int Id { get; init; } public int AnimalId { get; set; } }";
    private const string Remark = "[Entity] public partial class Remark { public int Id { get; init; } public int OwnerId { get; set; } }";
    private const string Person = "[Entity] public partial class Person { public int Id { get; init; } [HasMany] public partial IReadOnlyList<Address> Addresses { get; } }";
    private const string Address = "[Entity] public partial class Address { public int Id { get; init; } public int PersonId { get; set; } }";

    private static readonly Rule rule = new(RuleIds.ForeignKeyRefersToTwoModels);

    [Test]
    public Task Reports_when_an_entity_inherits_the_relation_of_another() => rule.ReportsMessage(
        "Toy.AnimalId refers to Ape.Id by Ape.Toys, and to Animal.Id by Animal.Toys, so that a row needs both; give each relation a foreign key of its own, make both polymorphic (Polymorphic = true, with a discriminator), or remove one",
        $$"""
        [Entity] public partial class Animal { public int Id { get; init; } [HasMany(KeyTo = nameof(Toy.AnimalId))] public List<Toy>? Toys { get; set; } }
        [Entity] public partial class [|Ape|] : Animal { public int Speed { get; set; } }
        {{Toy}}
        """);

    [Test]
    public Task Reports_the_inherited_relation_of_an_entity_that_comes_first_by_name() => rule.Reports(
        """
        [Entity] public partial class Pet { public int Id { get; init; } [HasMany(KeyTo = nameof(Toy.PetId))] public List<Toy>? Toys { get; set; } }
        [Entity] public partial class [|Cat|] : Pet { }
        [Entity] public partial class [|Dog|] : Pet { }
        [Entity] public partial class Toy { public int Id { get; init; } public int PetId { get; set; } [BelongsTo] public partial Pet? Pet { get; } }
        """);

    [Test]
    public Task Reports_when_two_entities_inherit_a_relation_of_a_class_that_is_none() => rule.Reports(
        $$"""
        public abstract class Animal { public int Id { get; init; } [HasOne(KeyTo = nameof(Toy.AnimalId))] public Toy? Toy { get; set; } }
        [Entity] public partial class Cat : Animal { }
        [Entity] public partial class [|Dog|] : Animal { }
        {{Toy}}
        """);

    [Test]
    public Task Reports_when_two_entities_have_many_by_one_key() => rule.ReportsMessage(
        "Remark.OwnerId refers to Video.Id by Video.Remarks, and to Blog.Id by Blog.Remarks, so that a row needs both; give each relation a foreign key of its own, make both polymorphic (Polymorphic = true, with a discriminator), or remove one",
        "[Entity] public partial class Video { public int Id { get; init; } [HasMany(KeyTo = nameof(Remark.OwnerId))] public partial IReadOnlyList<Remark> [|Remarks|] { get; } }",
        "[Entity] public partial class Blog { public int Id { get; init; } [HasMany(KeyTo = nameof(Remark.OwnerId))] public partial IReadOnlyList<Remark> Remarks { get; } }",
        Remark);

    [Test]
    public Task Reports_namesakes_with_their_namespaces() => rule.ReportsMessage(
        "Remark.OwnerId refers to Old.Blog.Id by Remark.Past, and to Blog.Id by Remark.Blog, so that a row needs both; give each relation a foreign key of its own, make both polymorphic (Polymorphic = true, with a discriminator), or remove one",
        """
        [Entity] public partial class Blog { public int Id { get; init; } }
        [Entity] public partial class Remark
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }
            [BelongsTo(KeyFrom = nameof(OwnerId))] public partial Blog? Blog { get; }
            [BelongsTo(KeyFrom = nameof(OwnerId))] public partial Old.Blog? [|Past|] { get; }
        }
        """,
        "namespace Old; [Entity, Table(\"OldBlog\")] public partial class Blog { public int Id { get; init; } }");

    [Test]
    public Task Reports_when_an_entity_belongs_to_two_by_one_key() => rule.Reports(
        """
        [Entity] public partial class Blog { public int Id { get; init; } }
        [Entity] public partial class Video { public int Id { get; init; } }
        [Entity] public partial class Remark
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }
            [BelongsTo(KeyFrom = nameof(OwnerId))] public partial Video? Video { get; }
            [BelongsTo(KeyFrom = nameof(OwnerId))] public partial Blog? [|Blog|] { get; }
            [BelongsTo(KeyFrom = nameof(OwnerId))] public partial Blog? Same { get; }
        }
        """);

    [Test]
    public Task Reports_when_through_relations_lead_by_one_key_to_two() => rule.Reports(
        """
        [Entity] public partial class Doctor
        {
            public int Id { get; init; }
            [HasMany(through: typeof(Visit), ThroughKeyTo = nameof(Visit.OtherId))] public partial IReadOnlyList<Patient> Patients { get; }
            [HasMany(through: typeof(Visit), ThroughKeyTo = nameof(Visit.OtherId))] public partial IReadOnlyList<Ward> [|Wards|] { get; }
        }
        [Entity] public partial class Patient { public int Id { get; init; } }
        [Entity] public partial class Ward { public int Id { get; init; } }
        [Entity] public partial class Visit { public int Id { get; init; } public int DoctorId { get; set; } public int OtherId { get; set; } public DateTime At { get; set; } }
        """);

    [Test]
    public Task Reports_when_through_relations_start_by_one_key_from_two() => rule.Reports(
        """
        [Entity] public partial class Doctor { public int Id { get; init; } [HasMany(through: typeof(Visit))] public partial IReadOnlyList<Patient> Patients { get; } }
        [Entity] public partial class Nurse { public int Id { get; init; } [HasMany(through: typeof(Visit), ThroughKeyFrom = nameof(Visit.DoctorId))] public partial IReadOnlyList<Patient> [|Patients|] { get; } }
        [Entity] public partial class Patient { public int Id { get; init; } }
        [Entity] public partial class Visit { public int Id { get; init; } public int DoctorId { get; set; } public int PatientId { get; set; } public DateTime At { get; set; } }
        """);

    [Test]
    public Task Reports_when_two_keys_of_one_model_are_referred_to() => rule.ReportsMessage(
        "Remark.OwnerId refers to Blog.Number by Blog.Others, and to Blog.Id by Blog.Remarks, so that a row needs both; give each relation a foreign key of its own, make both polymorphic (Polymorphic = true, with a discriminator), or remove one",
        $$"""
        [Entity] public partial class Blog
        {
            public int Id { get; init; }
            [Unique] public int Number { get; set; }
            [HasMany(KeyTo = nameof(Remark.OwnerId))] public partial IReadOnlyList<Remark> Remarks { get; }
            [HasMany(KeyFrom = nameof(Number), KeyTo = nameof(Remark.OwnerId))] public partial IReadOnlyList<Remark> [|Others|] { get; }
        }
        {{Remark}}
        """);

    [Test]
    public Task Reports_when_a_composite_key_refers_to_two_in_another_order() => rule.ReportsMessage(
        "Remark.(Code, Number) refers to Video.(C, N) by Video.Remarks, and to Blog.(N, C) by Blog.Remarks, so that a row needs both; give each relation a foreign key of its own, make both polymorphic (Polymorphic = true, with a discriminator), or remove one",
        """
        [Entity] public partial class Blog { [Key] public int N { get; init; } [Key] public int C { get; init; } [HasMany(KeyTo = "Number, Code")] public partial IReadOnlyList<Remark> Remarks { get; } }
        [Entity] public partial class Video { [Key] public int C { get; init; } [Key] public int N { get; init; } [HasMany(KeyTo = "Code, Number")] public partial IReadOnlyList<Remark> [|Remarks|] { get; } }
        [Entity] public partial class Remark { public int Id { get; init; } public int Number { get; set; } public int Code { get; set; } }
        """);

    [Test]
    public Task Reports_when_two_share_the_key_of_a_third_that_has_no_such_relation() => rule.Reports(
        $$"""
        [Entity] public partial class Person { public int Id { get; init; } }
        [Entity] public partial class Employee { public int Id { get; init; } [BelongsTo(KeyFrom = nameof(Id))] public partial Person? Person { get; } [HasMany(KeyTo = nameof(Address.PersonId))] public partial IReadOnlyList<Address> Addresses { get; } }
        [Entity] public partial class Student { public int Id { get; init; } [BelongsTo(KeyFrom = nameof(Id))] public partial Person? Person { get; } [HasMany(KeyTo = nameof(Address.PersonId))] public partial IReadOnlyList<Address> [|Addresses|] { get; } }
        {{Address}}
        """);

    [Test]
    public Task Is_silent_when_an_entity_shares_the_key_of_the_other() => rule.IsSilent(
        $$"""
        {{Person}}
        [Entity] public partial class Employee { public int Id { get; init; } [BelongsTo(KeyFrom = nameof(Id))] public partial Person? Person { get; } [HasMany(KeyTo = nameof(Address.PersonId))] public partial IReadOnlyList<Address> Addresses { get; } }
        [Entity] public partial class Student { public int Id { get; init; } [BelongsTo(KeyFrom = nameof(Id))] public partial Person? Person { get; } [HasMany(KeyTo = nameof(Address.PersonId))] public partial IReadOnlyList<Address> Addresses { get; } }
        {{Address}}
        """);

    [Test]
    public Task Is_silent_when_the_other_shares_its_key_by_a_chain() => rule.IsSilent(
        $$"""
        [Entity] public partial class Boss { public int Id { get; init; } [HasMany(KeyTo = nameof(Address.PersonId))] public partial IReadOnlyList<Address> Addresses { get; } }
        [Entity] public partial class Employee { public int Id { get; init; } [HasOne(KeyTo = nameof(Boss.Id))] public partial Boss? Boss { get; } }
        [Entity] public partial class Person { public int Id { get; init; } [HasOne(KeyTo = nameof(Employee.Id))] public partial Employee? Employee { get; } [HasMany] public partial IReadOnlyList<Address> Addresses { get; } }
        {{Address}}
        """);

    [Test]
    public Task Is_silent_when_two_have_the_key_of_each_other() => rule.IsSilent(
        $$"""
        [Entity] public partial class Person { public int Id { get; init; } [BelongsTo(KeyFrom = nameof(Id))] public partial Passport? Passport { get; } [HasMany] public partial IReadOnlyList<Address> Addresses { get; } }
        [Entity] public partial class Passport { public int Id { get; init; } [BelongsTo(KeyFrom = nameof(Id))] public partial Person? Person { get; } [HasMany(KeyTo = nameof(Address.PersonId))] public partial IReadOnlyList<Address> Addresses { get; } }
        {{Address}}
        """);

    [Test]
    public Task Is_silent_when_the_relations_are_directions_of_one() => rule.IsSilent(
        """
        [Entity] public partial class Blog
        {
            public int Id { get; init; }
            public int? ParentId { get; set; }
            [BelongsTo(KeyFrom = nameof(ParentId))] public partial Blog? Parent { get; }
            [HasMany(KeyTo = nameof(ParentId))] public partial IReadOnlyList<Blog> Children { get; }
            [HasMany] public partial IReadOnlyList<Remark> Remarks { get; }
            [HasOne(KeyTo = nameof(Remark.BlogId))] public partial Remark? First { get; }
            [HasMany(through: typeof(Remark))] public partial IReadOnlyList<Author> Authors { get; }
        }
        [Entity] public partial class Author { public int Id { get; init; } [HasMany(through: typeof(Remark))] public partial IReadOnlyList<Blog> Blogs { get; } [HasMany] public partial IReadOnlyList<Remark> Remarks { get; } }
        [Entity] public partial class Remark
        {
            public int Id { get; init; }
            public int BlogId { get; set; }
            public int AuthorId { get; set; }
            public string? Text { get; set; }
            [BelongsTo] public partial Blog? Blog { get; }
            [BelongsTo] public partial Author? Author { get; }
        }
        """);

    [Test]
    public Task Is_silent_when_the_relations_are_polymorphic() => rule.IsSilent(
        """
        public interface ITopic { int Id { get; } }
        [Entity] public partial class Post : ITopic { public int Id { get; init; } [HasMany(Polymorphic = true, KeyTo = nameof(Comment.TopicId))] public partial IReadOnlyList<Comment> Comments { get; } }
        [Entity] public partial class Photo : ITopic { public int Id { get; init; } [HasOne(Polymorphic = true, KeyTo = nameof(Comment.TopicId))] public partial Comment? Caption { get; } }
        [Entity] public partial class Comment { public int Id { get; init; } public int TopicId { get; set; } public string TopicType { get; set; } = ""; [BelongsTo(Polymorphic = true, KeyFrom = nameof(TopicId))] public partial ITopic? Topic { get; } }

        public abstract class Promotion { public int Id { get; init; } }
        [Entity] public partial class FreeDelivery : Promotion { [HasMany(through: typeof(Offer), ThroughKeyFrom = nameof(Offer.PromotionId))] public partial IReadOnlyList<Customer> Customers { get; } }
        [Entity] public partial class HalfPrice : Promotion { [HasMany(through: typeof(Offer), ThroughKeyFrom = nameof(Offer.PromotionId))] public partial IReadOnlyList<Customer> Customers { get; } }
        [Entity] public partial class Customer { public int Id { get; init; } [HasMany(through: typeof(Offer), Polymorphic = true)] public partial IReadOnlyList<Promotion> Promotions { get; } }
        [Entity] public partial class Offer { public int Id { get; init; } public int CustomerId { get; set; } public int PromotionId { get; set; } public string PromotionType { get; set; } = ""; }
        """);

    [Test]
    public Task Is_silent_when_each_entity_has_a_key_of_its_own() => rule.IsSilent(
        """
        public abstract class Animal { public int Id { get; init; } }
        [Entity] public partial class Cat : Animal { [HasMany] public partial IReadOnlyList<Toy> Toys { get; } }
        [Entity] public partial class Dog : Animal { [HasMany] public partial IReadOnlyList<Toy> Toys { get; } }
        [Entity] public partial class Toy { public int Id { get; init; } public int? CatId { get; set; } public int? DogId { get; set; } }
        """);

    [Test]
    public Task Is_silent_of_two_entities_of_one_table() => new Rule(RuleIds.MappingIsNotUnique).Reports(
        $$"""
        [Entity, Table("Blogs")] public partial class Blog { public int Id { get; init; } [HasMany(KeyTo = nameof(Remark.OwnerId))] public partial IReadOnlyList<Remark> Remarks { get; } }
        [Entity, Table("blogs")] public partial class [|BlogTitle|] { public int Id { get; init; } [HasMany(KeyTo = nameof(Remark.OwnerId))] public partial IReadOnlyList<Remark> Remarks { get; } }
        {{Remark}}
        """);

    [Test]
    public async Task Knows_the_shared_keys_of_another_project()
    {
        const string library = """
            [Entity] public partial class Person { public int Id { get; init; } [HasOne(KeyTo = nameof(Employee.Id))] public partial Employee? Employee { get; } }
            [Entity] public partial class Employee { public int Id { get; init; } }
            [Entity] public partial class Robot { public int Id { get; init; } }
            """;
        Assert.That(await ReportsAsync("Employee"), Is.Empty);
        Assert.That(await ReportsAsync("Robot"), Has.One.Items);

        async Task<IEnumerable<string>> ReportsAsync(string second)
        {
            var project = TestProject.Create(
                [("Test.cs", $$"""
                [Entity] public partial class Address
                {
                    public int Id { get; init; }
                    public int PersonId { get; set; }
                    [BelongsTo] public partial Person? Person { get; }
                    [BelongsTo(KeyFrom = nameof(PersonId))] public partial {{second}}? Second { get; }
                }
                """)],
                library: [("Models.cs", library)]);
            return (await TestProject.AnalyzeAsync(project, await TestProject.CompileAsync(project))).Select(static found => found.ToString());
        }
    }
}
