using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class RelationIsInitializedTests
{
    private static readonly Rule rule = new(RuleIds.RelationIsInitialized);

    [TestCase("[HasMany] public List<Visit> Visits { get; set; } = [|[]|];")]
    [TestCase("[HasMany] public List<Visit>? Visits { get; init; } = [|new()|];")]
    [TestCase("[HasMany] public Visit[] Visits { get; set; } = [|System.Array.Empty<Visit>()|];")]
    public Task Reports_the_initializer(string relation) => rule.ReportsMessage(
        "Doctor.Visits is initialized, and what is not null counts as loaded, also where it was not included; remove the initializer", Doctor(relation));

    [TestCase("[HasMany] public List<Visit>? Visits { get; set; }")]
    [TestCase("[HasMany] public List<Visit> Visits { get; set; } = null!;")]
    [TestCase("[HasMany] public List<Visit>? Visits { get; set; } = (null);")]
    [TestCase("[HasMany] public List<Visit> Visits { get; set; } = default!;")]
    [TestCase("[HasMany] public List<Visit> Visits { get; set; } = default(List<Visit>)!;")]
    [TestCase("[NotMapped] public List<Visit> Visits { get; set; } = [];")]
    public Task Is_silent_where_it_begins_as_null(string relation) => rule.IsSilent(Doctor(relation));

    [Test]
    public Task Is_fixed_by_a_nullable_property_without_one() => rule.IsFixed(
        "Remove the initializer, and declare it nullable",
        Doctor("[HasMany] public List<Visit> Visits { get; set; } = [|[]|];"),
        Doctor("[HasMany] public List<Visit>? Visits { get; set; }"));

    [Test]
    public Task Is_fixed_without_a_question_mark_where_there_is_no_nullness() => rule.IsFixed(
        "Remove the initializer",
        "#nullable disable annotations\n" + Doctor("[HasMany] public List<Visit> Visits { get; set; } = [|new List<Visit>()|];"),
        "#nullable disable annotations\n" + Doctor("[HasMany] public List<Visit> Visits { get; set; }"));

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Remove the initializer, and declare it nullable",
        Doctor("[HasMany] public List<Visit> Visits { get; set; } = [];\n    [HasMany] public List<Visit>? Others { get; init; } = new();"),
        Doctor("[HasMany] public List<Visit>? Visits { get; set; }\n    [HasMany] public List<Visit>? Others { get; init; }"));

    private static string Doctor(string relation) =>
        $$"""
        using System.Collections.Generic;

        namespace Clinic;

        [Entity]
        public class Doctor
        {
            public int Id { get; init; }
            {{relation}}
        }

        [Entity]
        public class Visit
        {
            public int Id { get; init; }
            public string Reason { get; set; } = "";
            public int DoctorId { get; set; }
        }
        """;
}
