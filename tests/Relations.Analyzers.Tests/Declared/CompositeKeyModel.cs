namespace Relations.Analyzers.Tests.Declared;

/// <summary>A model with a composite key, which tests continue and close.</summary>
internal static class CompositeKeyModel
{
    public const string Order = """

        [Entity]
        public partial class Order
        {
            [Key]
            public int Number { get; init; }
            [Key]
            public string Code { get; init; } = "";
        """;
}
