namespace Relations.Analyzers;

/// <summary>The families of rules, as <c>.editorconfig</c> names them.</summary>
internal static class Categories
{
    public const string Entities = "Entities";
    public const string Relations = "Relations";
    public const string Use = "Use";
}
