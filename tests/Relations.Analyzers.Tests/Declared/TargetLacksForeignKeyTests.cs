using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class TargetLacksForeignKeyTests
{
    private static readonly Rule rule = new(RuleIds.TargetLacksForeignKey);

    [Test]
    public Task Reports_when_a_has_many_has_none() => rule.ReportsMessage(
        "Office has no property 'DoctorId' to refer to Doctor; add it, or name the foreign key with KeyTo, or the model that stands between both with through",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Office>|] Offices { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
            public string? Name { get; set; }
        }
        """);

    [Test]
    public Task Reports_when_a_has_one_has_none() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasOne]
            public partial [|Office?|] Office { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
            public string? Name { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_it_is_there() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasOne]
            public partial Office? Office { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
            public string? Name { get; set; }
            public int DoctorId { get; set; }
        }
        """);

    [Test]
    public Task Is_fixed_by_turning_it_round_where_the_source_has_the_key() => rule.IsFixed(
        "Make it [BelongsTo]",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }
            public int OfficeId { get; set; }

            [Relations.HasOne(Name = "room")]
            public partial [|Office?|] Office { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }
            public int OfficeId { get; set; }

            [Relations.BelongsTo(Name = "room")]
            public partial Office? Office { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
        }
        """);

    [TestCase("    public int Id { get; init; }\n#if DEBUG\n    public string? Trace { get; set; }\n#endif\n", "    public int Id { get; init; }\n    public int DoctorId { get; set; }\n#if DEBUG\n    public string? Trace { get; set; }\n#endif\n")]
    [TestCase("#if !DEBUG\n    public string? Trace { get; set; }\n#endif\n    [Key] public int Number { get; init; }\n", "#if !DEBUG\n    public string? Trace { get; set; }\n#endif\n    [Key] public int Number { get; init; }\n    public int DoctorId { get; set; }\n")]
    [TestCase("\tpublic int Id { get; init; }\n", "\tpublic int Id { get; init; }\n\tpublic int DoctorId { get; set; }\n")]
    public Task Is_fixed_in_every_build(string before, string after) => rule.IsFixed("Add 'DoctorId' to Office", Offices("[|IReadOnlyList<Office>|]", before), Offices("IReadOnlyList<Office>", after));

    private static string Offices(string type, string members) =>
        $"namespace Clinic;\n\n[Entity]\npublic partial class Doctor\n{{\n    public int Id {{ get; init; }}\n\n    [HasMany]\n    public partial {type} Offices {{ get; }}\n}}\n\n[Entity]\npublic class Office\n{{\n{members}}}\n";

    [Test]
    public Task Is_fixed_by_adding_it() => rule.IsFixed(
        "Add 'DoctorId' to Office",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Office>|] Offices { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
            public string? Name { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<Office> Offices { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
            public string? Name { get; set; }
            public int DoctorId { get; set; }
        }
        """);

    [Test]
    public Task Is_fixed_by_a_candidate() => rule.IsFixed(
        "Use 'OwnerId' as KeyTo",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Office>|] Offices { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
            public string? Name { get; set; }
            public int OwnerId { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(KeyTo = nameof(Office.OwnerId))]
            public partial IReadOnlyList<Office> Offices { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
            public string? Name { get; set; }
            public int OwnerId { get; set; }
        }
        """);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Add 'DoctorId' to Office",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial [|IReadOnlyList<Office>|] Offices { get; }

            [HasOne]
            public partial Office? Office { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
            public string? Name { get; set; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany]
            public partial IReadOnlyList<Office> Offices { get; }

            [HasOne]
            public partial Office? Office { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
            public string? Name { get; set; }
            public int DoctorId { get; set; }
        }
        """);
}
