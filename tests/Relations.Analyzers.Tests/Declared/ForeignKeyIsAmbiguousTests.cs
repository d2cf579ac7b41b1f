using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class ForeignKeyIsAmbiguousTests
{
    private static readonly Rule rule = new(RuleIds.ForeignKeyIsAmbiguous);

    [Test]
    public Task Reports_when_the_target_has_two_belongs_to() => rule.ReportsMessage(
        "Office has several foreign keys to Doctor (OwnerId, UserId); name the one that is meant with KeyTo",
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
        public partial class Office
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }
            public int UserId { get; set; }

            [BelongsTo(KeyFrom = nameof(OwnerId))]
            public partial Doctor? Owner { get; }

            [BelongsTo(KeyFrom = nameof(UserId))]
            public partial Doctor? User { get; }
        }
        """);

    [Test]
    public Task Is_silent_when_one_is_named() => rule.IsSilent(
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
        public partial class Office
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }
            public int UserId { get; set; }

            [BelongsTo(KeyFrom = nameof(OwnerId))]
            public partial Doctor? Owner { get; }

            [BelongsTo(KeyFrom = nameof(UserId))]
            public partial Doctor? User { get; }
        }
        """);

    [Test]
    public Task Is_silent_when_two_belongs_to_share_the_only_key() => rule.IsSilent(
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
        public partial class Office
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }

            [BelongsTo(KeyFrom = nameof(OwnerId))]
            public partial Doctor? Owner { get; }

            [BelongsTo(KeyFrom = nameof(OwnerId))]
            public partial Doctor? Landlord { get; }
        }
        """);

    [Test]
    public Task Offers_each_candidate() => rule.Offers(
        ["Use 'OwnerId' as KeyTo", "Use 'UserId' as KeyTo"],
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
        public partial class Office
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }
            public int UserId { get; set; }

            [BelongsTo(KeyFrom = nameof(OwnerId))]
            public partial Doctor? Owner { get; }

            [BelongsTo(KeyFrom = nameof(UserId))]
            public partial Doctor? User { get; }
        }
        """);

    [Test]
    public Task Is_fixed_by_a_candidate() => rule.IsFixed(
        "Use 'UserId' as KeyTo",
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
        public partial class Office
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }
            public int UserId { get; set; }

            [BelongsTo(KeyFrom = nameof(OwnerId))]
            public partial Doctor? Owner { get; }

            [BelongsTo(KeyFrom = nameof(UserId))]
            public partial Doctor? User { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(KeyTo = nameof(Office.UserId))]
            public partial IReadOnlyList<Office> Offices { get; }
        }

        [Entity]
        public partial class Office
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }
            public int UserId { get; set; }

            [BelongsTo(KeyFrom = nameof(OwnerId))]
            public partial Doctor? Owner { get; }

            [BelongsTo(KeyFrom = nameof(UserId))]
            public partial Doctor? User { get; }
        }
        """);

    [Test]
    public Task Is_fixed_on_a_through_model() => rule.IsFixed(
        "Use 'UserId' as ThroughKeyFrom",
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Office)|])]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Office
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }
            public int PatientId { get; set; }
            public int UserId { get; set; }

            [BelongsTo(KeyFrom = nameof(OwnerId))]
            public partial Doctor? Owner { get; }

            [BelongsTo(KeyFrom = nameof(UserId))]
            public partial Doctor? User { get; }
        }
        """,
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: typeof(Office), ThroughKeyFrom = nameof(Office.UserId))]
            public partial IReadOnlyList<Patient> Patients { get; }
        }

        [Entity]
        public partial class Office
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }
            public int PatientId { get; set; }
            public int UserId { get; set; }

            [BelongsTo(KeyFrom = nameof(OwnerId))]
            public partial Doctor? Owner { get; }

            [BelongsTo(KeyFrom = nameof(UserId))]
            public partial Doctor? User { get; }
        }
        """,
        Models.Patient);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Use 'OwnerId' as KeyTo",
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
        public partial class Office
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }
            public int UserId { get; set; }

            [BelongsTo(KeyFrom = nameof(OwnerId))]
            public partial Doctor? Owner { get; }

            [BelongsTo(KeyFrom = nameof(UserId))]
            public partial Doctor? User { get; }
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

            [HasOne(KeyTo = nameof(Office.OwnerId))]
            public partial Office? Office { get; }
        }

        [Entity]
        public partial class Office
        {
            public int Id { get; init; }
            public int OwnerId { get; set; }
            public int UserId { get; set; }

            [BelongsTo(KeyFrom = nameof(OwnerId))]
            public partial Doctor? Owner { get; }

            [BelongsTo(KeyFrom = nameof(UserId))]
            public partial Doctor? User { get; }
        }
        """);
}
