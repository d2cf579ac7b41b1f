using System.Globalization;

namespace Relations.Benchmarks.Work;

/// <summary>Everything that is compared.</summary>
internal static class WorkItems
{
    private static readonly Dataset Clinic = Dataset.Clinic;
    private static readonly int[] Thousand = [.. Enumerable.Range(1, 1_000)];

    public static readonly IReadOnlyList<WorkItem> All =
    [
        WorkItem.Include("include-1000", "1,000 doctors with their 10 patients each, without a condition", Clinic, 1, static (includes, _) => includes.AllAsync()),
        WorkItem.Include("include-20", "a page of 20 doctors with their patients", Clinic, 1, static (includes, n) => includes.PageAsync(n % 50 * 20, 20)),
        WorkItem.Include("include-10000", "10,000 doctors with their 10 patients each, without a condition", Dataset.Large, 1, static (includes, _) => includes.AllAsync()),
        WorkItem.Include("include-shared", "1,000 doctors with 20 patients each, who are 50 in all", Dataset.Shared, 1, static (includes, _) => includes.AllAsync()),
        WorkItem.Include("include-nested", "1,000 doctors with their patients with their doctors", Clinic, 2, static (includes, _) => includes.NestedAsync()),
        WorkItem.Include("per-parent-take", "1,000 doctors with the first 3 patients each by name", Clinic, 1, static (includes, _) => includes.FirstAsync(3)),
        WorkItem.Find("relation-find", "the 10 patients of one doctor", Clinic, static (finds, n) => finds.PatientsAsync(DoctorOf(n))),
        WorkItem.Find("relation-filter", "the patients of one doctor, by their year of birth and the time of the appointment", Clinic, static (finds, n) => finds.PatientsAsync(DoctorOf(n), 1960, Dataset.Start.AddDays(3))),
        WorkItem.Find("find-by-id", "one doctor by the primary key", Clinic, static (finds, n) => finds.DoctorAsync(DoctorOf(n))),
        WorkItem.Write("create-through", "a new patient of a doctor: two rows, both or none", Clinic, static (writes, n) => writes.CreateAsync(DoctorOf(n), "A new patient", 1990, TimeOf(n))),
        WorkItem.Write("link", "a link of a doctor and a patient", Clinic, static (writes, n) => writes.LinkAsync(DoctorOf(n), PatientOf(n), TimeOf(n))),
        WorkItem.Write("link-1000", "links of a doctor and 1,000 patients, all or none", Clinic, static (writes, n) => writes.LinkAllAsync(DoctorOf(n), Thousand, TimeOf(n))),
        WorkItem.Find("where-related", "the doctors who have any patient born before a year", Clinic, static (finds, n) => finds.DoctorsOfAsync(1931 + n % 2)),
        WorkItem.FindAtOnce("throughput-16", "16 tasks at once, each 10 times a doctor by the primary key and the 10 patients of one", Clinic, 16, 20, static (finds, n) => n % 2 == 0 ? finds.DoctorAsync(DoctorOf(n)) : finds.PatientsAsync(DoctorOf(n))),
    ];

    /// <summary>An include of so many parents, to see whether the time for each stays the same.</summary>
    public static WorkItem Growth(int parents) => WorkItem.Include(
        string.Create(CultureInfo.InvariantCulture, $"growth-{parents}"),
        string.Create(CultureInfo.InvariantCulture, $"{parents:N0} doctors with their 5 patients each"),
        new(parents, parents * 2, 5),
        1,
        static (includes, _) => includes.AllAsync());

    private static int DoctorOf(int n) => 1 + n * 37 % Clinic.Doctors;

    private static int PatientOf(int n) => 1 + n * 53 % Clinic.Patients;

    private static DateTime TimeOf(int n) => Dataset.Start.AddDays(100).AddMinutes(n % 10_000);
}
