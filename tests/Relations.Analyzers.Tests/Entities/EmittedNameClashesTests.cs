using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class EmittedNameClashesTests
{
    private static readonly Rule rule = new(RuleIds.EmittedNameClashes);

    [Test]
    public Task Reports_when_the_user_has_a_type_of_the_name() => rule.ReportsMessage(
        "The name RoomPatch, which is generated for Room, is taken; rename one of the two",
        """
        [Entity]
        public class [|Room|]
        {
            public int Id { get; init; }
        }

        public class RoomPatch;
        """);

    [Test]
    public Task Is_silent_when_the_repository_is_extended() => rule.IsSilent(
        """
        [Entity]
        public class Room
        {
            public int Id { get; init; }
        }

        public partial class RoomRepository
        {
            public static int Floors => 3;
        }
        """);
}
