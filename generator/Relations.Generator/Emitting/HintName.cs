using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>
/// The names of emitted files: an entity's full name. They must be unique whatever the case of their letters; so a part that begins
/// with a small letter gets a hyphen, which no identifier has.
/// </summary>
internal static class HintName
{
    public static string For(EntityModel entity) => string.Join(".", entity.FullName.Split('.').Select(static part => char.IsLower(part, 0) ? "-" + part : part)) + ".g.cs";

    public const string Model = "RelationsModel.g.cs";

    public const string Services = "RelationsServiceCollectionExtensions.g.cs";
}
