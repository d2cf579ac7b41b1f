using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class RelatedTypeIsNoEntityTests
{
    private const string Partial = """
        namespace Clinic;

        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """;

    private static readonly Rule rule = new(RuleIds.RelatedTypeIsNoEntity);

    [Test]
    public Task Reports_an_abstract_entity_whose_tables_are_those_of_others() => rule.ReportsMessage(
        "Animal is no entity, so Toy.Animal cannot be a relation; to relate to the entities that are one (Cat, Dog), set Polymorphic = true",
        """
        namespace Clinic;

        [Entity]
        public abstract partial class Animal
        {
            public int Id { get; init; }
        }

        [Entity]
        public partial class Cat : Animal;

        [Entity]
        public partial class Dog : Animal;

        [Entity]
        public partial class Toy
        {
            public int Id { get; init; }
            public int AnimalId { get; set; }

            [BelongsTo]
            public partial [|Animal?|] Animal { get; }
        }
        """);

    [Test]
    public Task Reports_when_the_target_is_a_plain_class() => rule.ReportsMessage(
        "Patient is no entity, so Doctor.Patients cannot be a relation; add [Entity] to Patient",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Patient>|] Patients { get; }
        }

        public class Patient
        {
            public int Id { get; init; }
        }

        public class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """);

    [Test]
    public Task Reports_when_the_through_model_is_a_plain_class() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Patient,
        """
        namespace Clinic;

        public class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """);

    [Test]
    public Task Reports_when_the_source_is_a_plain_class() => rule.ReportsMessage(
        "Doctor is no entity, so Doctor.Patients cannot be a relation; add [Entity] to Doctor",
        """
        namespace Clinic;

        public class Doctor
        {
            public int Id { get; init; }
            public int? MentorId { get; set; }

            [HasMany(through: typeof(Appointment))]
            public List<Patient>? [|Patients|] { get; set; }

            [BelongsTo]
            public Doctor? [|Mentor|] { get; }
        }

        public class Surgeon : Doctor;
        """,
        Models.Patient,
        Models.Appointment);

    [Test]
    public async Task Reports_when_the_source_of_a_partial_relation_is_a_plain_class()
    {
        var project = TestProject.Create([("Doctor.cs", Partial), ("Patient.cs", Models.Patient), ("Appointment.cs", Models.Appointment)]);
        var found = (await TestProject.AnalyzeAsync(project, await TestProject.CompileAsync(project))).Single();
        Assert.That((found.Id, found.GetMessage()), Is.EqualTo((RuleIds.RelatedTypeIsNoEntity, "Doctor is no entity, so Doctor.Patients cannot be a relation; add [Entity] to Doctor")));
    }

    [TestCase("public interface Topic;", "Topic", "it is neither a class nor a record class")]
    [TestCase("public abstract class Topic;", "Topic", "it is abstract, and no entity of the project derives from it")]
    [TestCase("", "Version", "it belongs to another assembly, System.Private.CoreLib, and could be marked only there")]
    public Task Reports_a_target_that_cannot_be_an_entity(string declaration, string topic, string reason) => rule.ReportsMessage(
        $"{topic} is no entity, so Comment.Topic cannot be a relation; it cannot be one, for {reason}",
        Comment("[BelongsTo]", $"{topic}?"),
        declaration);

    [TestCase("struct Link", "it is neither a class nor a record class")]
    [TestCase("static class Link", "it is static")]
    public Task Reports_a_through_model_that_cannot_be_an_entity(string link, string reason) => rule.ReportsMessage(
        $"Link is no entity, so Comment.Topic cannot be a relation; it cannot be one, for {reason}",
        Comment("[HasMany(through: [|typeof(Link)|])]", "IReadOnlyList<Comment>", marked: false),
        $"public {link} {{ }}");

    [Test]
    public Task Reports_a_named_target_that_cannot_be_an_entity() => rule.ReportsMessage(
        "IPost is no entity, so Comment.Topic cannot be a relation; it cannot be one, for it is neither a class nor a record class",
        Comment("[BelongsTo(Polymorphic = true, Targets = [|[typeof(IPost)]|])]", "ITopic?", marked: false),
        "public interface ITopic; public interface IPost : ITopic;");

    [Test]
    public async Task Reports_a_target_of_another_project()
    {
        var project = TestProject.Create([("Test.cs", Markup.Parse(Comment("[BelongsTo]", "Topic?"), "").Code)], library: [("Topic.cs", "public class Topic;")]);
        var found = (await TestProject.AnalyzeAsync(project, await TestProject.CompileAsync(project))).Single();
        Assert.That(found.GetMessage(), Does.StartWith("Topic is no entity, so Comment.Topic cannot be a relation; it cannot be one, for it belongs to another assembly, "));
    }

    [TestCase("[BelongsTo]", "Topic?", "to relate to the entities that are one (Photo, Post), set Polymorphic = true")]
    [TestCase("[HasMany(through: typeof(Comment))]", "IReadOnlyList<Topic>", "to relate to the entities that are one (Photo, Post), set Polymorphic = true")]
    [TestCase("[HasOne]", "Topic?", "only [BelongsTo], or [HasMany] through a model, can relate to the entities that are one (Photo, Post), with Polymorphic = true")]
    [TestCase("[HasMany]", "IReadOnlyList<Topic>", "only [BelongsTo], or [HasMany] through a model, can relate to the entities that are one (Photo, Post), with Polymorphic = true")]
    public async Task Reports_a_target_that_several_entities_are(string attribute, string property, string remedy)
    {
        foreach (var kind in new[] { "interface", "abstract class" })
        {
            await rule.ReportsMessage(
                $"Topic is no entity, so Comment.Topic cannot be a relation; {remedy}",
                Comment(attribute, property),
                $"public {kind} Topic;",
                "[Entity] public class Post : Topic { public int Id { get; init; } }",
                "[Entity] public class Photo : Topic { public int Id { get; init; } }");
        }
    }

    [TestCase("public abstract class Person", "Person")]
    [TestCase("public class Person", "Person")]
    [TestCase("public class Person<T>", "Person<int>")]
    [TestCase("public interface IPerson { [HasMany(through: typeof(Appointment))] List<Patient>? Patients { get; } } public abstract class Person : IPerson", "Person")]
    public Task Is_silent_when_entities_inherit_it(string person, string inherited) => rule.IsSilent(
        $$"""
        namespace Clinic;

        {{person}}
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public List<Patient>? Patients { get; set; }
        }

        [Entity]
        public class Doctor : {{inherited}};
        """,
        Models.Patient,
        Models.Appointment,
        "namespace Clinic; public static class Program { public static ValueTask<List<Doctor>> RunAsync(DoctorRepository doctors) => doctors.Include(d => d.Patients).ToListAsync(); }");

    [Test]
    public Task Is_silent_when_both_are_entities() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }
        """,
        Models.Patient,
        Models.Appointment);

    [TestCase("public interface Topic;")]
    [TestCase("public interface Topic; [Entity] public class Post : Topic { public int Id { get; init; } }")]
    [TestCase("public abstract class Topic; [Entity] public class Post : Topic { public int Id { get; init; } }")]
    public Task Offers_nothing_where_the_attribute_would_not_help(string topic) => rule.Offers([], Comment("[BelongsTo]", "Topic?"), topic);

    [Test]
    public Task Is_fixed_by_the_attribute_on_the_source() => rule.IsFixed(
        "Mark Doctor with [Entity]",
        Partial,
        Partial.Replace("public partial class", "[Entity]\npublic partial class", StringComparison.Ordinal),
        Models.Patient,
        Models.Appointment);

    [Test]
    public Task Is_fixed_by_the_attribute() => rule.IsFixed(
        "Mark Appointment with [Entity]",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Appointment)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
            public DateTime At { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task All_are_fixed_though_they_are_one() => rule.AllAreFixed(
        "Mark Patient with [Entity]",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasOne]
            public partial Patient? Favourite { get; }
        }

        public class Patient
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<Patient> Patients { get; }

            [HasOne]
            public partial Patient? Favourite { get; }
        }

        [Entity]
        public class Patient
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """);

    private static string Comment(string attribute, string type, bool marked = true) => $$"""
        [Entity]
        public partial class Comment
        {
            public int Id { get; init; }
            public int TopicId { get; set; }
            public required string TopicType { get; set; }

            {{attribute}}
            public partial {{(marked ? $"[|{type}|]" : type)}} Topic { get; }
        }
        """;
}
