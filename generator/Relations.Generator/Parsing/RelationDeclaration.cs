using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>A relation as the user declared it: the property, its attribute, and what both say.</summary>
internal sealed class RelationDeclaration
{
    public RelationDeclaration(IPropertySymbol property, PropertyAttributes attributes)
    {
        Property = property;
        Attributes = attributes;
        Attribute = (attributes.HasMany ?? attributes.HasOne ?? attributes.BelongsTo)!;
        Through = attributes.HasMany is { ConstructorArguments: [{ Kind: TypedConstantKind.Type, Value: INamedTypeSymbol through }] } ? through : null;
        Kind = attributes switch
        {
            { HasMany: not null } => Through is null ? RelationKind.HasMany : RelationKind.HasManyThrough,
            { HasOne: not null } => RelationKind.HasOne,
            _ => RelationKind.BelongsTo,
        };
        Type = RelationPropertyType.Of(property.Type, Kind);
    }

    public IPropertySymbol Property { get; }

    public PropertyAttributes Attributes { get; }

    public AttributeData Attribute { get; }

    public RelationKind Kind { get; }

    /// <summary>The through model, or null.</summary>
    public INamedTypeSymbol? Through { get; }

    /// <summary>What the property's type says.</summary>
    public RelationPropertyType Type { get; }

    /// <summary>What the property warns of.</summary>
    public CautionModel? Caution { get; init; }

    public bool IsPolymorphic => PropertyAttributes.NamedArgument(Attribute, "Polymorphic") is true;

    /// <summary>Whether its targets are of several types, not its sources.</summary>
    public bool HasTypes => IsPolymorphic && Kind is (RelationKind.HasManyThrough or RelationKind.BelongsTo);

    /// <summary>Whether the generator implements the property: partial, and not implemented by the user.</summary>
    public bool IsPartial => Property.IsPartialDefinition && (Property.PartialImplementationPart is not { } implementation || !Syntax.IsUserWritten(implementation));

    /// <summary>A setting that was given, such as <c>KeyFrom</c>.</summary>
    public string? Setting(string name) => PropertyAttributes.NamedArgument(Attribute, name) as string;

    /// <summary>Whether a setting was given, whatever its type.</summary>
    public bool HasSetting(string name) => Attribute.NamedArguments.Any(argument => argument.Key == name && !argument.Value.IsNull);

    public Location TypeLocation(CancellationToken cancel) => Syntax.TypeOf(Property, cancel);

    /// <summary>Where the through model is named, else where the relation's type is.</summary>
    public Location ThroughLocation(CancellationToken cancel) =>
        (Through is null ? null : Syntax.FirstArgument(Attribute, cancel)) ?? TypeLocation(cancel);

    /// <summary>Where a setting stands, else where what it would have said follows from.</summary>
    public Location SettingLocation(string name, CancellationToken cancel) =>
        Syntax.Setting(Attribute, name, cancel) ?? ThroughLocation(cancel);
}
