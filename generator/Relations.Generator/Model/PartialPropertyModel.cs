namespace Relations.Generator.Model;

/// <summary>A partial relation property that the generator implements.</summary>
/// <param name="Name">The property's name, without an at sign.</param>
/// <param name="Modifiers">Its modifiers as the user wrote them.</param>
/// <param name="Type">Its type, nullable if declared so.</param>
/// <param name="SlotType">The type of what is kept in the field behind it.</param>
/// <param name="Slot">The field behind it, or null where the relation cannot be resolved.</param>
/// <param name="IsNullable">Whether it is null until it was included, instead of throwing.</param>
/// <param name="HasGetter">Whether it can be read; where not, the relation is a problem.</param>
/// <param name="Setter">The keyword of the accessor that sets it with its modifiers, or null.</param>
internal sealed record PartialPropertyModel(string Name, string Modifiers, string Type, string SlotType, string? Slot, bool IsNullable, bool HasGetter, string? Setter)
{
    /// <summary>What the property warns of.</summary>
    public CautionModel? Caution { get; init; }
}
