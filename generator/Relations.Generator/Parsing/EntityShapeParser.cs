using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Parses an entity's columns and key.</summary>
internal sealed class EntityShapeParser
{
    private readonly ParseScope scope;
    private readonly EntityShape shape;
    private readonly MappedNames names;
    private readonly List<(IPropertySymbol Property, PropertyAttributes Attributes)> properties;

    private EntityShapeParser(ParseScope scope, EntityShape shape)
    {
        this.scope = scope;
        this.shape = shape;
        names = MappedNames.Of(shape.Type);
        properties = [.. PropertiesOf(shape.Type).Select(static property => (property, PropertyAttributes.Of(property)))];
    }

    public static void Parse(ParseScope scope, EntityShape shape)
    {
        RefusalParser.Parse(scope, shape);
        shape.Caution = shape.Cautions.OfType(scope, shape.Type);
        var parser = new EntityShapeParser(scope, shape);
        parser.ParseRelations();
        parser.ParseColumns(ConstructorParser.Choose(scope, shape.Type, shape.Cautions, parser.properties));
        UniqueParser.Parse(scope, shape);
        PrimaryKeyParser.Parse(scope, shape);
    }

    /// <summary>The properties, those of base classes first; one that overrides or hides another takes its place.</summary>
    private static List<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var found = new List<IPropertySymbol>();
        foreach (var declaring in WithBases(type).Reverse())
        {
            foreach (var property in declaring.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is not { IsStatic: false, IsIndexer: false, PartialDefinitionPart: null, Name.Length: > 0 } || property.Type.TypeKind == TypeKind.Error)
                {
                    continue;
                }

                var hidden = found.FindIndex(other => other.Name == property.Name);
                if (hidden >= 0)
                {
                    found[hidden] = property;
                }
                else
                {
                    found.Add(property);
                }
            }
        }

        return found;
    }

    private static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            yield return current;
        }
    }

    private void ParseRelations()
    {
        foreach (var (property, attributes) in properties)
        {
            if (!attributes.IsRelation)
            {
                continue;
            }

            var declaration = new RelationDeclaration(property, attributes) { Caution = shape.Cautions.OfProperty(property, attributes) };
            if (SymbolEqualityComparer.Default.Equals(property.ContainingType, shape.Type) || property.SetMethod is not null && !declaration.IsPartial)
            {
                shape.Relations.Add(declaration);
            }
            else
            {
                ReportInherited(property);
            }
        }
    }

    /// <summary>A partial property of a base class is implemented there, for the base class; what is settable can be filled here too. In another assembly it is no longer seen to be partial.</summary>
    private void ReportInherited(IPropertySymbol property) => shape.Problems.Add(new(
        ProblemKind.RelationPropertyCannotBeSet, Syntax.Identifier(shape.Type), shape.Type.Name, property.Name,
        $"it belongs to {property.ContainingType.Name}, where alone it is filled; declare it there as an ordinary property with a setter ({{ get; set; }}), and {shape.Type.Name} has the relation too"));

    private void ParseColumns(ConstructionModel? construction)
    {
        shape.Construction = construction;
        foreach (var (property, attributes) in properties)
        {
            if (attributes.IsRelation)
            {
                continue;
            }

            var parameter = construction?.Parameters.FirstOrDefault(parameter => parameter.Property == property.Name);
            var assignment = AssignmentOf(property, parameter);
            if (ColumnObstacles.Of(property, attributes, assignment) is { } obstacle)
            {
                ColumnObstacles.Add(scope, shape, property, attributes, obstacle);
            }
            else
            {
                ParseColumn(property, attributes, parameter, assignment!.Value);
            }
        }

        foreach (var declaring in WithBases(shape.Type))
        {
            ColumnObstacles.ReportOthers(scope, shape, declaring);
        }
    }

    private Assignment? AssignmentOf(IPropertySymbol property, ParameterModel? parameter) => Accessors.Setter(property) switch
    {
        null => parameter is null ? null : Assignment.Constructor, // computed from other properties
        { } setter when scope.IsAccessible(setter) => setter.IsInitOnly ? Assignment.Init : Assignment.Set,
        _ when parameter is not null => Assignment.Constructor,
        { } setter => setter.ContainingType.IsGenericType ? null : Assignment.Accessor, // unsafe accessors reach into no generic types on .NET 8
    };

    private void ParseColumn(IPropertySymbol property, PropertyAttributes attributes, ParameterModel? parameter, Assignment assignment)
    {
        var type = TypeText.WithoutNull(property.Type);
        var value = scope.StrongValueOf(type);
        var stored = value?.Type ?? type;
        if (ColumnTypes.Of(stored) is not { } columnType)
        {
            if (property.GetAttributes().Any(static attribute => attribute.AttributeClass is { TypeKind: TypeKind.Error }))
            {
                return; // perhaps it says that it is a relation; the compiler explains it
            }

            ReportColumnlessType(property, type);
            return;
        }

        var column = names.Column(property, attributes);
        var isNamed = stored.TypeKind == TypeKind.Enum && ColumnTypes.IsText(attributes.TypeName);
        ReportSharedColumn(property, column);
        ReportToken(property, attributes, isNamed ? ColumnType.Text : columnType);
        shape.Columns.Add(new(property, attributes, new PropertyModel(
            property.Name,
            shape.Columns.Count,
            column,
            scope.Text.OfNotNull(type),
            isNamed ? ColumnType.Text : columnType,
            !isNamed && stored is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? scope.Text.Of(underlying) : null,
            value is null ? null : new StrongTypeModel(value.Name, scope.Text.OfNotNull(stored)),
            type.IsReferenceType,
            IsNullable: IsNullable(property.Type),
            IsRequired: (property.IsRequired && shape.Construction is not { SetsRequiredMembers: true }) || parameter is { Default: null },
            IsRequiredMember: property.IsRequired && shape.Construction is not { SetsRequiredMembers: true },
            assignment,
            scope.Text.Of(assignment == Assignment.Accessor ? Accessors.Setter(property)!.ContainingType : property.ContainingType),
            KindsOf(property.Type, attributes),
            isNamed || columnType is ColumnType.Text or ColumnType.Bytes ? attributes.Length : 0)
        {
            IsJsonIgnored = attributes.IsJsonIgnored,
            IsReadOnlyInJson = attributes.IsReadOnlyInJson,
            IsDocumented = Syntax.IsDocumented(property, scope.Cancel),
            JsonName = attributes.JsonName,
            TypeName = attributes.TypeName,
            NamedEnum = isNamed ? scope.Text.OfNotNull(stored) : null,
            Caution = CautionOf(property, attributes, type),
        }));
    }

    /// <summary>Of an entity, or a collection of one, a relation is meant, most likely.</summary>
    private void ReportColumnlessType(IPropertySymbol property, ITypeSymbol type)
    {
        var lack = StrongTypes.Lack(type) is { } missing ? $" (a strong type must {missing})" : "";
        var target = RelationPropertyType.EntityIn(type);
        string[] relations = target is null ? [] : SymbolEqualityComparer.Default.Equals(target, type) ? ["BelongsTo", "HasOne"] : ["HasMany"];
        var remedy = target is null
            ? "change it, or mark it [NotMapped]"
            : $"mark it {string.Join(" or ", relations.Select(static relation => $"[{relation}]"))} to make it a relation to {target.Name}, or [NotMapped] if it is none";
        shape.Problems.Add(new(
            ProblemKind.PropertyTypeHasNoColumn, Syntax.TypeOf(property, scope.Cancel),
            shape.Type.Name, property.Name, property.Type.ToDisplayString(), lack, remedy, string.Join(",", relations)));
    }

    /// <summary>What the property warns of. Its types may warn too: whoever declares a property of them has accepted it, but the emitted file has not.</summary>
    private CautionModel? CautionOf(IPropertySymbol property, PropertyAttributes attributes, ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { SpecialType: SpecialType.None } named && !named.IsIn("System"))
        {
            shape.Cautions.OfType(scope, named);
        }

        if (!SymbolEqualityComparer.Default.Equals(property.ContainingType, shape.Type))
        {
            shape.Cautions.OfType(scope, property.ContainingType);
        }

        return shape.Cautions.OfProperty(property, attributes);
    }

    private void ReportSharedColumn(IPropertySymbol property, string column)
    {
        if (shape.Columns.Find(other => string.Equals(other.Model.Column, column, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            shape.Problems.Add(new(ProblemKind.MappingIsNotUnique, Syntax.Identifier(property), property.Name, other.Name, column));
        }
    }

    /// <summary>An update counts it up.</summary>
    private void ReportToken(IPropertySymbol property, PropertyAttributes attributes, ColumnType type)
    {
        if ((attributes.Concurrency ?? attributes.Timestamp) is not null && !ColumnTypes.IsInteger(type))
        {
            shape.Problems.Add(new(
                ProblemKind.ConcurrencyTokenIsNoInteger, Syntax.TypeOf(property, scope.Cancel),
                shape.Type.Name, property.Name, property.Type.ToDisplayString(), attributes.Concurrency is null ? "Timestamp" : "ConcurrencyCheck"));
        }
    }

    /// <summary>Text that does not say takes null, as everywhere in .NET.</summary>
    private static bool IsNullable(ITypeSymbol type) =>
        type.IsReferenceType ? type.NullableAnnotation != NullableAnnotation.NotAnnotated : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static PropertyKinds KindsOf(ITypeSymbol type, PropertyAttributes attributes) =>
        (IsNullable(type) && attributes.Required is null && attributes.Key is null ? PropertyKinds.Nullable : 0)
        | (attributes.Unique is null ? 0 : PropertyKinds.Unique)
        | (attributes.NotFilterable is null && !attributes.IsWriteOnlyInJson ? 0 : PropertyKinds.NotFilterable) // what is never shown must not be found out by conditions
        | (attributes.Concurrency is null && attributes.Timestamp is null ? 0 : PropertyKinds.Concurrency)
        | attributes.Generation switch
        {
            1 => PropertyKinds.Generated,
            2 => PropertyKinds.Computed,
            _ => PropertyKinds.None,
        };
}
