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
}
