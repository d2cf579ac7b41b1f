using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Declared;

public sealed class SelfThroughKeysAreTheSameTests
{
    private static readonly Rule rule = new(RuleIds.SelfThroughKeysAreTheSame);

    [Test]
    public Task Reports_when_both_ends_default_to_the_same() => rule.ReportsMessage(
        "UserLink refers to User with 'UserId' at both ends; name two foreign keys with ThroughKeyFrom and ThroughKeyTo",
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(UserLink)|])]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int UserId { get; set; }
            public int FollowerId { get; set; }
            public string? Note { get; set; }
        }
        """);

    [Test]
    public Task Reports_when_both_are_named_the_same() => rule.Reports(
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: typeof(UserLink), ThroughKeyFrom = "FollowerId", ThroughKeyTo = [|"FollowerId"|])]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int UserId { get; set; }
            public int FollowerId { get; set; }
            public string? Note { get; set; }
        }
        """);

    [Test]
    public Task Is_silent_when_they_are_named() => rule.IsSilent(
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: typeof(UserLink), ThroughKeyFrom = "FolloweeId", ThroughKeyTo = "FollowerId")]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int FolloweeId { get; set; }
            public int FollowerId { get; set; }
            public string? Note { get; set; }
        }
        """);

    [Test]
    public Task Is_fixed_by_two_candidates() => rule.IsFixed(
        "Use 'UserId' and 'FollowerId'",
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(UserLink)|])]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int UserId { get; set; }
            public int FollowerId { get; set; }
            public string? Note { get; set; }
        }
        """,
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.UserId), ThroughKeyTo = nameof(UserLink.FollowerId))]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int UserId { get; set; }
            public int FollowerId { get; set; }
            public string? Note { get; set; }
        }
        """);

    [Test]
    public Task The_key_of_another_entity_is_not_offered() => rule.Offers(
        ["Add 'OtherDoctorId' to Visit and use it"],
        """
        namespace Clinic;

        [Entity]
        public partial class Doctor
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(Visit)|])]
            public partial IReadOnlyList<Doctor> Colleagues { get; }
        }

        [Entity]
        public class Visit
        {
            public int Id { get; init; }
            public int DoctorId { get; set; }
            public int PatientId { get; set; }
        }
        """,
        Models.Patient);

    [Test]
    public Task Is_fixed_by_two_keys_of_other_names() => rule.IsFixed(
        "Use 'FolloweeId' and 'FollowerId'",
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(UserLink)|])]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int FolloweeId { get; set; }
            public int FollowerId { get; set; }
            public string? Note { get; set; }
        }
        """,
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.FolloweeId), ThroughKeyTo = nameof(UserLink.FollowerId))]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int FolloweeId { get; set; }
            public int FollowerId { get; set; }
            public string? Note { get; set; }
        }
        """);

    [Test]
    public Task Is_fixed_by_two_candidates_the_other_way() => rule.IsFixed(
        "Use 'FolloweeId' and 'FollowerId'",
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: typeof(UserLink), ThroughKeyFrom = "FollowerId", ThroughKeyTo = "FollowerId")]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int FolloweeId { get; set; }
            public int FollowerId { get; set; }
            public string? Note { get; set; }
        }
        """,
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.FolloweeId), ThroughKeyTo = nameof(UserLink.FollowerId))]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int FolloweeId { get; set; }
            public int FollowerId { get; set; }
            public string? Note { get; set; }
        }
        """);

    [Test]
    public Task Is_fixed_by_adding_the_second() => rule.IsFixed(
        "Add 'OtherUserId' to UserLink and use it",
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: [|typeof(UserLink)|])]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int UserId { get; set; }
            public string? Note { get; set; }
        }
        """,
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.UserId), ThroughKeyTo = nameof(UserLink.OtherUserId))]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int UserId { get; set; }
            public string? Note { get; set; }
            public int OtherUserId { get; set; }
        }
        """);

    [Test]
    public Task All_are_fixed() => rule.AllAreFixed(
        "Add 'OtherUserId' to UserLink and use it",
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: typeof(UserLink))]
            public partial IReadOnlyList<User> Friends { get; }

            [HasMany(through: [|typeof(UserLink)|])]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int UserId { get; set; }
            public string? Note { get; set; }
        }
        """,
        """
        [Entity]
        public partial class User
        {
            public int Id { get; init; }

            [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.UserId), ThroughKeyTo = nameof(UserLink.OtherUserId))]
            public partial IReadOnlyList<User> Friends { get; }

            [HasMany(through: typeof(UserLink), ThroughKeyFrom = nameof(UserLink.UserId), ThroughKeyTo = nameof(UserLink.OtherUserId))]
            public partial IReadOnlyList<User> Followers { get; }
        }

        [Entity]
        public class UserLink
        {
            public int Id { get; init; }
            public int UserId { get; set; }
            public string? Note { get; set; }
            public int OtherUserId { get; set; }
        }
        """);
}
