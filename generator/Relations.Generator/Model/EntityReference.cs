namespace Relations.Generator.Model;

/// <summary>Another entity, as the file of one entity writes it.</summary>
/// <param name="Name">The simple name, without an at sign.</param>
/// <param name="Type">The type.</param>
/// <param name="Cref">The type, for a documentation comment that may stand where members hide the short name.</param>
/// <param name="Companion">What the names of its emitted types begin with: <c>Patient</c>, or <c>global::Clinic.Patient</c>.</param>
/// <param name="Key">Its primary key.</param>
/// <param name="IsForeign">Whether it comes from another assembly, whose internal definition is out of reach.</param>
internal sealed record EntityReference(string Name, string Type, string Cref, string Companion, KeyModel Key, bool IsForeign)
{
    /// <summary>What the entity warns of.</summary>
    public CautionModel? Caution { get; init; }

    public string KeyType => Key.Type;

    public string Properties => Companion + "Properties";

    public string Patch => Companion + "Patch";

    /// <summary>The expression that yields its definition.</summary>
    public string Definition => IsForeign ? Companion + "Repository.Definition" : Companion + "Definition.Instance";
}
