using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class SourceLacksForeignKeyTests
{
    private static readonly Rule rule = new(RuleIds.SourceLacksForeignKey);

    [Test]
    public Task Reports_when_there_is_none() => rule.ReportsMessage(
        "Visit has no property 'DoctorId' to refer to Doctor; add it, or name the foreign key with KeyFrom",
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }

            [BelongsTo]
            public partial [|Doctor?|] Doctor { get; }
        }
        """,
        Models.Doctor);

    [Test]
    public Task Is_fixed_by_turning_it_round_where_the_target_has_the_key() => rule.IsFixed(
        "Make it [HasOne]",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [BelongsTo]
            public partial [|Office?|] Office { get; }
        }

        [Entity]
        public class Office
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

            [HasOne]
            public partial Office? Office { get; }
        }

        [Entity]
        public class Office
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_it_is_there() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }
        }
        """,
        Models.Doctor);

    [Test]
    public Task Is_silent_when_an_attribute_names_it() => rule.IsSilent(
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int By { get; set; }

            [BelongsTo, ForeignKey("By")]
            public partial Doctor? Doctor { get; }
        }
        """,
        Models.Doctor);

    [Test]
    public Task Is_fixed_by_adding_it() => rule.IsFixed(
        "Add 'DoctorId' to Visit",
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }
        }
        """,
        Models.Doctor);

    [Test]
    public Task Is_fixed_by_a_candidate() => rule.IsFixed(
        "Use 'PhysicianId' as KeyFrom",
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int PhysicianId { get; set; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int PhysicianId { get; set; }

            [BelongsTo(KeyFrom = nameof(PhysicianId))]
            public partial Doctor? Doctor { get; }
        }
        """,
        Models.Doctor);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Add 'DoctorId' to Visit",
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }

            [BelongsTo]
            public partial Room? Room { get; }
        }

        [Entity]
        public class Room
        {
            public int Id { get; init; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Visit
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int RoomId { get; set; }

            [BelongsTo]
            public partial Doctor? Doctor { get; }

            [BelongsTo]
            public partial Room? Room { get; }
        }

        [Entity]
        public class Room
        {
            public int Id { get; init; }
        }
        """,
        Models.Doctor);
}
