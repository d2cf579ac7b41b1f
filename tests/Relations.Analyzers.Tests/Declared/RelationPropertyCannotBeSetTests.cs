using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class RelationPropertyCannotBeSetTests
{
    private static readonly Rule rule = new(RuleIds.RelationPropertyCannotBeSet);

    [Test]
    public Task Reports_when_it_can_only_be_read() => rule.ReportsMessage(
        "Doctor.Patients can be neither set nor generated: it has no setter and is not partial; make it partial, on a partial type",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public IReadOnlyList<Patient> [|Patients|] { get; } = [];
        }
        """,
        Models.Appointment,
        Models.Patient);

    [TestCase("private partial List<Patient>? [|Patients|] { get; }", "it is out of reach for what is generated; make it public or internal")]
    [TestCase("protected List<Patient>? [|Patients|] { get; set; }", "it is out of reach for what is generated; make it public or internal")]
    [TestCase("public partial List<Patient> [|Patients|] { get; } public partial List<Patient> Patients => [];", "its implementation is your own and has no setter; give it one, or remove it to have it generated")]
    public Task Says_what_keeps_it_from_being_filled(string property, string reason) => rule.ReportsMessage(
        $"Doctor.Patients can be neither set nor generated: {reason}",
        $$"""
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            {{property}}
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Offers_nothing_where_partial_would_not_help() => rule.Offers(
        [],
        """
        namespace Clinic;

        [Entity]
        public class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            private List<Patient>? [|Patients|] { get; set; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task Is_fixed_where_the_type_around_it_is_not_partial() => rule.IsFixed(
        "Make 'Patients' partial",
        """
        namespace Clinic;

        public class Ward
        {
            [Entity]
            public partial class Doctor
            {
                public int Id { get; init; }

                [HasMany(through: typeof(Appointment))]
                public partial IReadOnlyList<Patient> [|Patients|] { get; }
            }
        }
        """,
        """
        namespace Clinic;

        public partial class Ward
        {
            [Entity]
            public partial class Doctor
            {
                public int Id { get; init; }

                [HasMany(through: typeof(Appointment))]
                public partial IReadOnlyList<Patient> Patients { get; }
            }
        }
        """,
        Models.Appointment,
        Models.Patient);

    private const string Owner = "namespace Shelter; [Entity] public partial class Owner { public int Id { get; init; } }";

    private const string Animal = """
        namespace Shelter;

        [Entity]
        public partial class Animal
        {
            public int Id { get; init; }
            public int? OwnerId { get; set; }

            [BelongsTo]
            public partial Owner? Owner { get; }
        }
        """;

    private const string Dog = """
        namespace Shelter;

        [Entity]
        public partial class [|Dog|] : Animal;
        """;

    private const string Unlike = "Dog.Owner can be neither set nor generated: it belongs to Animal, where alone it is filled; declare it there as an ordinary property with a setter ({ get; set; }), and Dog has the relation too";

    private const string Use = "namespace Shelter; public static class Program { public static ValueTask<List<Dog>> RunAsync(DogRepository dogs) => dogs.Include(d => d.Owner).ToListAsync(); }";

    private static readonly string settable = Animal.Replace("partial Owner? Owner { get; }", "Owner? Owner { get; set; }", StringComparison.Ordinal);

    [Test]
    public Task Reports_when_a_base_class_has_it_partial() => rule.ReportsMessage(Unlike, Dog, Animal, Owner);

    [Test]
    public Task Is_silent_when_a_base_class_has_it_settable() => rule.IsSilent(Markup.Parse(Dog, "").Code, settable, Owner, Use);

    [Test]
    public Task Offers_nothing_where_it_is_inherited() => rule.Offers([], Dog, Animal, Owner);

    [TestCase("public abstract partial class Animal")]
    [TestCase("public partial class Animal<T>")]
    public async Task Reports_when_a_base_class_that_is_no_entity_has_it_partial(string animal)
    {
        var project = TestProject.Create([("Animal.cs", Animal.Replace("[Entity]", "", StringComparison.Ordinal).Replace("public partial class Animal", animal, StringComparison.Ordinal)), ("Owner.cs", Owner)]);
        var found = (await TestProject.AnalyzeAsync(project, await TestProject.CompileAsync(project))).Single();
        Assert.That((found.Id, found.GetMessage()), Is.EqualTo((
            RuleIds.RelationPropertyCannotBeSet,
            "Animal.Owner can be neither set nor generated: Animal is no entity, so nothing fills it; make it an ordinary property with a setter ({ get; set; }), and the entities that derive from Animal have the relation")));
    }

    [Test]
    public Task Offers_nothing_where_the_base_class_is_no_entity() => rule.Offers(
        [],
        "namespace Shelter; public abstract class Animal { public int Id { get; init; } public int? OwnerId { get; set; } [BelongsTo] public partial Owner? [|Owner|] { get; } }",
        Owner);

    [Test]
    public async Task Reports_when_a_base_class_of_another_project_has_it_partial()
    {
        var project = TestProject.Create([("Dog.cs", Markup.Parse(Dog, "").Code)], library: [("Animal.cs", Animal), ("Owner.cs", Owner)]);
        var found = (await TestProject.AnalyzeAsync(project, await TestProject.CompileAsync(project))).Single();
        Assert.That((found.Id, found.GetMessage(), Path.GetFileName(found.Location.SourceTree!.FilePath)), Is.EqualTo((RuleIds.RelationPropertyCannotBeSet, Unlike, "Dog.cs")));
    }

    [Test]
    public async Task Is_silent_when_a_base_class_of_another_project_has_it_settable()
    {
        var project = TestProject.Create([("Dog.cs", Markup.Parse(Dog, "").Code), ("Use.cs", Use)], library: [("Animal.cs", settable), ("Owner.cs", Owner)]);
        var compilation = await TestProject.CompileAsync(project);
        Assert.That(await TestProject.AnalyzeAsync(project, compilation), Is.Empty);
        Assert.That(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), Is.Empty);
    }

    [Test]
    public Task Is_silent_when_it_can_be_set() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public IReadOnlyList<Patient>? Patients { get; private set; }
        }
        """,
        Models.Appointment,
        Models.Patient);

    [TestCase("public partial IReadOnlyList<Appointment> [|Appointments|] { get; }")]
    [TestCase("public IReadOnlyList<Appointment> [|Appointments|] { get; } = [];")]
    public Task Is_fixed_by_a_nullable_property_with_a_setter_before_CSharp_13(string property) => new Rule(RuleIds.RelationPropertyCannotBeSet) { Version = LanguageVersion.CSharp12 }.IsFixed(
        "Give 'Appointments' a setter",
        Doctor(property),
        Doctor("public IReadOnlyList<Appointment>? Appointments { get; set; }"));

    private static string Doctor(string property) => $$"""
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            {{property}}
        }

        [Entity]
        public class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """;

    [Test]
    public Task Is_fixed_by_a_setter_before_CSharp_13() => new Rule(RuleIds.RelationPropertyCannotBeSet) { Version = LanguageVersion.CSharp12 }.IsFixed(
        "Give 'Appointments' a setter",
        """
        namespace Clinic;

        [Entity]
        public class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public IReadOnlyList<Appointment>? [|Appointments|] { get; }
        }

        [Entity]
        public class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public IReadOnlyList<Appointment>? Appointments { get; set; }
        }

        [Entity]
        public class Appointment
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """);

    [Test]
    public Task Is_fixed_by_making_it_partial() => rule.IsFixed(
        "Make 'Patients' partial",
        """
        namespace Clinic;

        [Entity]
        public class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public IReadOnlyList<Patient> [|Patients|] { get; } = [];
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
        """,
        Models.Appointment,
        Models.Patient);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Make 'Patients' partial",
        """
        namespace Clinic;

        [Entity]
        public class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Appointment))]
            public IReadOnlyList<Patient> Patients { get; } = [];

            [HasMany(through: typeof(Appointment))]
            public IReadOnlyList<Patient> Others => [];
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

            [HasMany(through: typeof(Appointment))]
            public partial IReadOnlyList<Patient> Others { get; }
        }
        """,
        Models.Appointment,
        Models.Patient);
}
