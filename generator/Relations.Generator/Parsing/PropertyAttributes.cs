using Microsoft.CodeAnalysis;

namespace Relations.Generator.Parsing;

/// <summary>The attributes of one property that mean something here.</summary>
internal sealed class PropertyAttributes
{
    private static readonly PropertyAttributes None = new();

    private PropertyAttributes() { }

    public AttributeData? HasMany { get; private set; }

    public AttributeData? HasOne { get; private set; }

    public AttributeData? BelongsTo { get; private set; }

    public AttributeData? Unique { get; private set; }

    public AttributeData? NotFilterable { get; private set; }

    public AttributeData? Key { get; private set; }

    public AttributeData? Column { get; private set; }

    public AttributeData? NotMapped { get; private set; }

    public AttributeData? Required { get; private set; }

    public AttributeData? MaxLength { get; private set; }

    public AttributeData? DatabaseGenerated { get; private set; }

    public AttributeData? Concurrency { get; private set; }

    public AttributeData? Timestamp { get; private set; }

    public AttributeData? ForeignKey { get; private set; }

    public AttributeData? JsonIgnore { get; private set; }

    public AttributeData? JsonPropertyName { get; private set; }

    public AttributeData? Obsolete { get; private set; }

    public AttributeData? Experimental { get; private set; }

    public AttributeData? DisallowNull { get; private set; }

    /// <summary><c>[JsonPropertyName("…")]</c>: the name in JSON.</summary>
    public string? JsonName => FirstArgument<string>(JsonPropertyName);

    /// <summary><c>[JsonIgnore]</c> without a condition, or with the condition Always (1): JSON neither shows nor sets the property.</summary>
    public bool IsJsonIgnored => JsonIgnore is not null && JsonCondition is null or 1;

    /// <summary>The condition WhenWriting (4) of .NET 10: JSON sets the property and never shows it.</summary>
    public bool IsWriteOnlyInJson => JsonCondition is 4;

    /// <summary>The condition WhenReading (5) of .NET 10: JSON shows the property and never sets it.</summary>
    public bool IsReadOnlyInJson => JsonCondition is 5;

    private object? JsonCondition => JsonIgnore is null ? null : NamedArgument(JsonIgnore, "Condition");

    public bool IsRelation => HasMany is not null || HasOne is not null || BelongsTo is not null;

    /// <summary><c>[Column("…")]</c>: the column's name.</summary>
    public string? ColumnName => FirstArgument<string>(Column);

    /// <summary><c>[Column(TypeName = "…")]</c>: the column's type in the database.</summary>
    public string? TypeName => NamedArgument(Column, "TypeName") is string { Length: > 0 } type && type.Trim() is { Length: > 0 } name ? name : null;

    /// <summary><c>[Column(Order = …)]</c>.</summary>
    public int? ColumnOrder => NamedArgument(Column, "Order") as int?;

    /// <summary><c>[DatabaseGenerated(…)]</c>: 0 none, 1 identity, 2 computed, null when not said.</summary>
    public int? Generation => DatabaseGenerated is { ConstructorArguments: [{ Value: int option }] } ? option : null;

    /// <summary><c>[MaxLength(…)]</c> or <c>[StringLength(…)]</c>, else 0.</summary>
    public int Length => MaxLength is { ConstructorArguments: [{ Value: int length }, ..] } && length > 0 ? length : 0;

    /// <summary><c>[ForeignKey("…")]</c>.</summary>
    public string? ForeignKeyName => FirstArgument<string>(ForeignKey);

    /// <summary>The first of the attributes that only a column can have.</summary>
    public AttributeData? OfColumn => Key ?? Unique ?? ForeignKey ?? Column ?? DatabaseGenerated ?? Concurrency ?? Timestamp ?? NotFilterable;

    public static PropertyAttributes Of(ISymbol member)
    {
        var all = member.GetAttributes();
        var overridden = (member as IPropertySymbol)?.OverriddenProperty;
        var parameter = ParameterOf(member);
        if (all.IsEmpty && overridden is null && parameter is null)
        {
            return None;
        }

        var attributes = new PropertyAttributes();
        attributes.Inherit(overridden);
        attributes.TakeOfColumn(parameter);
        foreach (var attribute in all)
        {
            if (attribute.AttributeClass is { TypeKind: not TypeKind.Error } type)
            {
                attributes.Take(attribute, type);
            }
        }

        return attributes;
    }

    /// <summary>Takes what .NET says that an overriding property inherits, of what a column is; JSON does not inherit, and a relation belongs to the property that declares it.</summary>
    private void Inherit(IPropertySymbol? overridden)
    {
        if (overridden is null)
        {
            return;
        }

        Inherit(overridden.OverriddenProperty);
        TakeOfColumn(overridden);
    }

    /// <summary>The parameter of a positional record that declares the property: an attribute there that does not say <c>property:</c> is the parameter's.</summary>
    private static IParameterSymbol? ParameterOf(ISymbol member) => member is IPropertySymbol { ContainingType: { IsRecord: true } record, Locations: [var place] }
        ? record.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).FirstOrDefault(parameter => parameter.Name == member.Name && parameter.Locations is [var other] && other.Equals(place))
        : null;

    private void TakeOfColumn(ISymbol? symbol)
    {
        foreach (var attribute in symbol?.GetAttributes() ?? [])
        {
            if (attribute.AttributeClass is { TypeKind: not TypeKind.Error } type && (type.IsIn(KnownSymbols.DataAnnotations) || type.IsIn(KnownSymbols.DataAnnotationsSchema) ||
                (type.IsIn(KnownSymbols.Relations) && type.Name is "UniqueAttribute" or "NotFilterableAttribute")))
            {
                Take(attribute, type);
            }
        }
    }

    public static object? NamedArgument(AttributeData? attribute, string name)
    {
        if (attribute is not null)
        {
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
                {
                    return argument.Value.Value;
                }
            }
        }

        return null;
    }

    private static T? FirstArgument<T>(AttributeData? attribute) where T : class =>
        attribute is { ConstructorArguments: [{ Kind: not TypedConstantKind.Array, Value: T value }, ..] } ? value : null;

    private void Take(AttributeData attribute, INamedTypeSymbol type)
    {
        if (type.IsIn(KnownSymbols.Relations))
        {
            TakeOwn(attribute, type.Name);
        }
        else if (type.IsIn(KnownSymbols.DataAnnotations))
        {
            TakeAnnotation(attribute, type.Name);
        }
        else if (type.IsIn(KnownSymbols.DataAnnotationsSchema))
        {
            TakeSchema(attribute, type.Name);
        }
        else if (type.IsIn(KnownSymbols.Json))
        {
            TakeJson(attribute, type.Name);
        }
        else if (type.Name == "ObsoleteAttribute" && type.IsIn("System"))
        {
            Obsolete = attribute;
        }
        else if (type.Name == "ExperimentalAttribute" && type.IsIn(KnownSymbols.CodeAnalysis))
        {
            Experimental = attribute;
        }
        else if (type.Name == "DisallowNullAttribute" && type.IsIn(KnownSymbols.CodeAnalysis))
        {
            DisallowNull = attribute;
        }
    }

    private void TakeOwn(AttributeData attribute, string name)
    {
        switch (name)
        {
            case "HasManyAttribute": HasMany = attribute; break;
            case "HasOneAttribute": HasOne = attribute; break;
            case "BelongsToAttribute": BelongsTo = attribute; break;
            case "UniqueAttribute": Unique = attribute; break;
            case "NotFilterableAttribute": NotFilterable = attribute; break;
        }
    }

    private void TakeAnnotation(AttributeData attribute, string name)
    {
        switch (name)
        {
            case "KeyAttribute": Key = attribute; break;
            case "RequiredAttribute": Required = attribute; break;
            case "MaxLengthAttribute": MaxLength = attribute; break;
            case "StringLengthAttribute": MaxLength ??= attribute; break;
            case "ConcurrencyCheckAttribute": Concurrency = attribute; break;
            case "TimestampAttribute": Timestamp = attribute; break;
        }
    }

    private void TakeJson(AttributeData attribute, string name)
    {
        switch (name)
        {
            case "JsonIgnoreAttribute": JsonIgnore = attribute; break;
            case "JsonPropertyNameAttribute": JsonPropertyName = attribute; break;
        }
    }

    private void TakeSchema(AttributeData attribute, string name)
    {
        switch (name)
        {
            case "ColumnAttribute": Column = attribute; break;
            case "NotMappedAttribute": NotMapped = attribute; break;
            case "DatabaseGeneratedAttribute": DatabaseGenerated = attribute; break;
            case "ForeignKeyAttribute": ForeignKey = attribute; break;
        }
    }
}
