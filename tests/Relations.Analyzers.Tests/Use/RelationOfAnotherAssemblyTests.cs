using Microsoft.CodeAnalysis;
using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Use;

/// <summary>REL0204 for models that were compiled before: the compiler no longer knows which properties are partial.</summary>
public sealed class RelationOfAnotherAssemblyTests
{
    /// <summary>A relation that others can neither set nor see how it is set.</summary>
    private const string Former = """
        namespace Clinic;

        public partial class Doctor
        {
            [HasMany(through: typeof(Appointment))]
            public List<Patient>? Former { get; private set; }
        }
        """;

    [Test]
    public async Task Reports_for_models_of_which_only_the_metadata_is_there([Values] bool isReferenceAssembly)
    {
        var models = await TestProject.CompileAsync(TestProject.Create([("Clinic.cs", Models.Clinic), ("Former.cs", Former)]));
        using var image = new MemoryStream();
        Assert.That(models.Emit(image, options: new(metadataOnly: isReferenceAssembly, includePrivateMembers: !isReferenceAssembly)).Success);
        var project = TestProject
            .Create([("Test.cs", """
                namespace Clinic;

                public static class Program
                {
                    public static async Task<int> RunAsync(DoctorRepository doctors, AppointmentRepository appointments)
                    {
                        var doctor = await doctors.FindByIdAsync(1);
                        var appointment = await appointments.Include(a => a.Doctor).FindByIdAsync(1);
                        return doctor.Patients.Count + (doctor.Colleagues?.Count ?? 0) + (appointment.Doctor?.Id ?? 0) + (doctor.Former?.Count ?? 0);
                    }
                }
                """)])
            .AddMetadataReference(MetadataReference.CreateFromImage(image.ToArray()));

        var found = await TestProject.AnalyzeAsync(project, await TestProject.CompileAsync(project));

        Assert.That(found.Select(static diagnostic => (diagnostic.Id, diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, 8))), Is.EqualTo(new[] { (RuleIds.RelationIsNotIncluded, "Patients") }));
    }
}
