using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Use;

public sealed class ConditionIsNoTruthValueTests
{
    private static readonly Rule rule = new(RuleIds.ConditionIsNoTruthValue);

    [Test]
    public Task Reports_when_it_decides() => rule.Reports(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                await doctors.Where(d =>
                {
                    if ([|d.Name == "x"|])
                    {
                        return Condition.True;
                    }

                    return ([|d.Id > 3|]) ? Condition.True : Condition.False;
                }).ToListAsync();
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Reports_when_it_ends_a_loop() => rule.Reports(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                await doctors.Where(d =>
                {
                    while ([|d.Name == "x"|])
                    {
                    }

                    for (var i = 0; [|d.Id > 3 && d.Name != "y"|]; i++)
                    {
                    }

                    do
                    {
                    }
                    while ([|!(d.Id > 3)|]);
                    return Condition.True;
                }).ToListAsync();
            }
        }
        """,
        Models.Clinic);

    [Test]
    public Task Is_silent_when_it_filters() => rule.IsSilent(
        """
        namespace Clinic;

        public static class Program
        {
            public static async Task RunAsync(DoctorRepository doctors, PatientRepository patients, AppointmentRepository appointments)
            {
                var condition = Condition.True;
                foreach (var name in new[] { "a", "b" })
                {
                    if (name != "a")
                    {
                        await doctors.Where(d => condition && (d.Name == name || !(d.Id > 3))).ToListAsync();
                    }
                }
            }
        }
        """,
        Models.Clinic);
}
