namespace Relations.Generator.Model;

/// <summary>An entity: everything that its file is written from.</summary>
/// <param name="Namespace">The namespace as C# writes it; empty for the global one.</param>
/// <param name="Name">The simple name, without an at sign: what the names of the emitted types begin with.</param>
/// <param name="Type">The type as its own file writes it.</param>
/// <param name="Cref">The type, for a documentation comment that may stand where members hide the short name.</param>
/// <param name="FullName">The full name in metadata's spelling, for the file's name.</param>
/// <param name="Visibility">Who can name the type.</param>
/// <param name="Mapping">Table, columns, key and relations; null where the entity cannot be mapped, and only its partial properties are implemented.</param>
/// <param name="Part">The emitted part of the type itself, or null where there is nothing to add.</param>
internal sealed record EntityModel(
    string Namespace,
    string Name,
    string Type,
    string Cref,
    string FullName,
    Visibility Visibility,
    MappingModel? Mapping,
    EntityPartModel? Part)
{
    /// <summary>What the entity warns of.</summary>
    public CautionModel? Caution { get; init; }

    /// <summary>The ids of warnings, other than C#'s own, that what the file mentions gives.</summary>
    public EquatableArray<string> CautionIds { get; init; }

    /// <summary>Whether only what is obsolete itself may read and bind its rows.</summary>
    public bool IsObsoleteToRead { get; init; }

    public EntitySummary Summary => new(Namespace, Name, Visibility, Caution, IsObsoleteToRead);
}
