using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Use;

public sealed class RelationDataIsRejectedTests
{
    private static readonly Rule rule = new(RuleIds.RelationDataIsRejected);

    [Test]
    public Task Reports_when_a_new_entity_carries_a_relation() => rule.ReportsMessage(
        "Doctor.Colleagues is a relation, and CreateAsync rejects an entity that carries one; remove it, and write the related rows through the relation's repository",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                await doctors.CreateAsync(new() { Name = "Mario", [|Colleagues = [new Patient { Name = "Luigi" }]|] });
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Reports_for_each_writer() => rule.Reports(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                await doctors.UpdateAsync(new Doctor { Name = "Mario", [|Colleagues = [new() { Name = "Luigi" }]|] });
                await doctors.SaveAsync(new Doctor { [|Colleagues = new List<Patient> { new() { Name = "Luigi" } }|], Name = "Mario" });
                await doctors.CreateAllAsync([new() { Name = "Mario", [|Colleagues = [new() { Name = "Luigi" }]|] }]);
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_silent_when_it_is_empty() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                await doctors.CreateAsync(new() { Name = "Mario", Colleagues = [] });
                await doctors.CreateAsync(new() { Name = "Mario", Colleagues = null });
                await doctors.CreateAsync(new() { Name = "Mario" });
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_fixed_by_removing_it() => rule.IsFixed(
        "Remove 'Colleagues'",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                await doctors.CreateAsync(new() { Name = "Mario", [|Colleagues = [new() { Name = "Luigi" }]|] });
            }
        }
        """,
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                await doctors.CreateAsync(new() { Name = "Mario" });
            }
        }
        """,
        Models.Clinic);

    [TestCase("new() { [|Beds = [new()]|] }", "new() { }")]
    [TestCase("new()\n    {\n        [|Beds = [new()]|],\n    }", "new()\n    { }")]
    public Task Is_fixed_where_nothing_else_is_set(string before, string after) => rule.IsFixed("Remove 'Beds'", Create(before), Create(after));

    private static string Create(string ward) => $$"""
        namespace Clinic;

        [Entity]
        public partial class Ward
        {
            public int Id { get; init; }

            [HasMany]
            public List<Bed>? Beds { get; set; }
        }

        [Entity]
        public class Bed
        {
            public int Id { get; init; }
            public int WardId { get; set; }
        }

        public static class Program
        {
            public static async Task RunAsync(WardRepository wards) => await wards.CreateAsync({{ward}});
        }
        """;

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Remove 'Colleagues'",
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                await doctors.CreateAsync(new() { Name = "Mario", [|Colleagues = [new() { Name = "Luigi" }]|] });
                await doctors.CreateAsync(new() { Colleagues = [new() { Name = "Luigi" }], Name = "Mario" });
            }
        }
        """,
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                await doctors.CreateAsync(new() { Name = "Mario" });
                await doctors.CreateAsync(new() { Name = "Mario" });
            }
        }
        """,
        Models.Clinic);
}
