using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class RelationPropertyShouldBeNullableTests
{
    private static readonly Rule rule = new(RuleIds.RelationPropertyShouldBeNullable);

    [Test]
    public Task Reports_when_the_foreign_key_is_nullable() => rule.ReportsMessage(
        "Visit.Doctor may have no target; declare it nullable",
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int? DoctorId { get; set; }

            [BelongsTo]
            public partial [|Doctor|] Doctor { get; }
        }
        """,
        Models.Doctor);

    [Test]
    public Task Reports_for_every_has_one() => rule.Reports(
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasOne]
            public partial [|Office|] Office { get; }
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
    public Task Is_silent_when_it_is_nullable() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int? DoctorId { get; set; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }
        }
        """,
        Models.Doctor);

    [Test]
    public Task Is_silent_when_the_foreign_key_is_not() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }

            [BelongsTo]
            public partial Doctor Doctor { get; }
        }
        """,
        Models.Doctor);

    [Test]
    public Task Is_fixed_by_a_question_mark() => rule.IsFixed(
        "Make the type nullable",
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int? DoctorId { get; set; }

            [BelongsTo]
            public partial [|Doctor|] Doctor { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int? DoctorId { get; set; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }
        }
        """,
        Models.Doctor);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Make the type nullable",
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int? DoctorId { get; set; }

            [BelongsTo]
            public partial Doctor Doctor { get; }

            [BelongsTo(KeyFrom = nameof(DoctorId))]
            public partial Doctor Same { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int? DoctorId { get; set; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }

            [BelongsTo(KeyFrom = nameof(DoctorId))]
            public partial Doctor? Same { get; }
        }
        """,
        Models.Doctor);
}
