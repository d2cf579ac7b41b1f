namespace Relations.Generator.Model;

/// <summary>A property that has a column.</summary>
/// <param name="Name">The property's name, without an at sign.</param>
/// <param name="Ordinal">Its place among the entity's columns.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Type">The property's type as emitted code writes it, never nullable.</param>
/// <param name="ColumnType">How the value is stored; that inside a strong type.</param>
/// <param name="Underlying">The underlying type of an enum that is stored as an integer, else null.</param>
/// <param name="Strong">What is inside a strong type, else null.</param>
/// <param name="IsReference">Whether the type is a reference type.</param>
/// <param name="IsNullable">Whether the property itself takes null; the column does when <paramref name="Kinds"/> says so.</param>
/// <param name="IsRequired">Whether whoever makes an entity must give a value.</param>
/// <param name="IsRequiredMember">Whether the property has the modifier <c>required</c>.</param>
/// <param name="Assignment">How a value gets in.</param>
/// <param name="Declaring">The type that declares the property, as emitted code writes it.</param>
/// <param name="Kinds">What is special about the column.</param>
/// <param name="MaxLength">The greatest length, or 0.</param>
internal sealed record PropertyModel(
    string Name,
    int Ordinal,
    string Column,
    string Type,
    ColumnType ColumnType,
    string? Underlying,
    StrongTypeModel? Strong,
    bool IsReference,
    bool IsNullable,
    bool IsRequired,
    bool IsRequiredMember,
    Assignment Assignment,
    string Declaring,
    PropertyKinds Kinds,
    int MaxLength)
{
    /// <summary>Whether JSON neither shows nor sets the property.</summary>
    public bool IsJsonIgnored { get; init; }

    /// <summary>Whether JSON shows the property and never sets it.</summary>
    public bool IsReadOnlyInJson { get; init; }

    /// <summary>Whether the property has documentation, which what is emitted for it inherits.</summary>
    public bool IsDocumented { get; init; }

    /// <summary>The name that the property says it has in JSON, else null.</summary>
    public string? JsonName { get; init; }

    /// <summary>The type that <c>[Column(TypeName = "…")]</c> names, else null.</summary>
    public string? TypeName { get; init; }

    /// <summary>The enum that is stored by name, as emitted code writes it, else null.</summary>
    public string? NamedEnum { get; init; }

    /// <summary>What the property warns of.</summary>
    public CautionModel? Caution { get; init; }

    public bool Is(PropertyKinds kind) => (Kinds & kind) != 0;

    /// <summary>Whether users give the column its value: it is neither generated, computed nor a concurrency token.</summary>
    public bool IsWritable => !Is(PropertyKinds.Generated | PropertyKinds.Computed | PropertyKinds.Concurrency);
}
