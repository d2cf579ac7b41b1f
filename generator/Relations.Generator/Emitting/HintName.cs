using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>The names of emitted files: unique, since an entity's full name is.</summary>
internal static class HintName
{
    public static string For(EntityModel entity) => entity.FullName + ".g.cs";

    public const string Model = "RelationsModel.g.cs";

    public const string Services = "RelationsServiceCollectionExtensions.g.cs";
}
