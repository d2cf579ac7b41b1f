using Relations.Analyzers.Tests.Verification;

namespace Relations.Analyzers.Tests.Entities;

public sealed class EntityCannotBeMappedTests
{
    private static readonly Rule rule = new(RuleIds.EntityCannotBeMapped);

    [Test]
    public Task Reports_when_it_is_abstract() => rule.ReportsMessage(
        "Room cannot be an entity: it is abstract, and no entity of the project derives from it; change that, or remove [Entity]",
        """
        [Entity]
        public abstract class [|Room|]
        {
            public int Id { get; init; }
        }
        """);

    [Test]
    public Task Reports_when_it_is_static() => rule.Reports(
        """
        [Entity]
        public static class [|Room|];
        """);

    [Test]
    public Task Reports_when_it_is_generic() => rule.Reports(
        """
        [Entity]
        public class [|Room|]<T>
        {
            public int Id { get; init; }
        }
        """);

    [Test]
    public Task Reports_when_it_is_nested_in_a_generic_type() => rule.ReportsMessage(
        "Room cannot be an entity: it is nested in Building, which is generic; change that, or remove [Entity]",
        """
        public static class Building<T>
        {
            [Entity]
            public class [|Room|]
            {
                public int Id { get; init; }
            }
        }
        """);

    [Test]
    public Task Reports_when_it_is_private() => rule.Reports(
        """
        public static class Building
        {
            [Entity]
            private class [|Room|]
            {
                public int Id { get; init; }
            }
        }
        """);

    [Test]
    public Task Reports_when_it_is_local_to_its_file() => rule.Reports(
        """
        [Entity]
        file class [|Room|]
        {
            public int Id { get; init; }
        }
        """);

    [Test]
    public Task Reports_when_no_constructor_can_be_used() => rule.Reports(
        """
        [Entity]
        public class [|Room|](int floor)
        {
            public int Id { get; init; }
            public int Height { get; set; } = floor * 3;
        }
        """);

    [Test]
    public Task Is_silent_when_the_constructor_takes_properties() => rule.IsSilent(
        """
        [Entity]
        public record Room(int Id, string Name);

        [Entity]
        internal class Chair
        {
            public int Id { get; init; }
        }
        """);
}
