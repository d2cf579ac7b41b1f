using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>
/// Chooses the constructor that makes an entity of a row: one without parameters, else the one with most parameters, all of
/// which have a property's name and type; accessible ones first.
/// </summary>
internal static class ConstructorParser
{
    public static ConstructionModel? Choose(ParseScope scope, INamedTypeSymbol type, Cautions cautions, IReadOnlyList<(IPropertySymbol Property, PropertyAttributes Attributes)> properties)
    {
        var usable =
            from constructor in type.InstanceConstructors
            where !IsCopy(constructor)
            let parameters = ParametersOf(scope, constructor, properties)
            where parameters is not null
            orderby scope.IsAccessible(constructor) descending, parameters.Count == 0 descending, parameters.Count descending
            select (constructor, parameters);
        if (usable.FirstOrDefault() is not { constructor: { } chosen } best)
        {
            return null;
        }

        cautions.OfMember(chosen);
        return new(
            IsPrivate: !scope.IsAccessible(chosen),
            SetsRequiredMembers(chosen),
            best.parameters.ToEquatableArray(),
            OtherRequiredMembers(scope, type, cautions, properties).ToEquatableArray());
    }

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters is [{ Type: var type }] && SymbolEqualityComparer.Default.Equals(type, constructor.ContainingType);

    private static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        KnownSymbols.Attribute(constructor, KnownSymbols.CodeAnalysis, "SetsRequiredMembersAttribute") is not null;

    private static List<ParameterModel>? ParametersOf(ParseScope scope, IMethodSymbol constructor, IReadOnlyList<(IPropertySymbol Property, PropertyAttributes Attributes)> properties)
    {
        var parameters = new List<ParameterModel>();
        foreach (var parameter in constructor.Parameters)
        {
            var match = properties.FirstOrDefault(candidate =>
                string.Equals(candidate.Property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) &&
                SymbolEqualityComparer.Default.Equals(candidate.Property.Type, parameter.Type));
            if (match.Property is null || parameter.RefKind != RefKind.None)
            {
                return null;
            }

            parameters.Add(new(parameter.Name, IsColumn(scope, match.Property, match.Attributes) ? match.Property.Name : "", TypeOf(scope, parameter.Type), DefaultText.Of(parameter, scope.Text)));
        }

        return parameters;
    }

    /// <summary>One that does not say takes null, as everywhere in .NET.</summary>
    private static string TypeOf(ParseScope scope, ITypeSymbol type) =>
        scope.Text.Of(type) + (type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None } ? "?" : "");

    /// <summary>The parameter of a relation, or of what is not mapped, is left empty when a row is read.</summary>
    private static bool IsColumn(ParseScope scope, IPropertySymbol property, PropertyAttributes attributes) =>
        !attributes.IsRelation && attributes.NotMapped is null && property.DeclaredAccessibility == Accessibility.Public && Accessors.Getter(property) is { DeclaredAccessibility: Accessibility.Public } &&
        ColumnTypes.Of(scope.StoredBy(TypeText.WithoutNull(property.Type))) is not null;

    private static IEnumerable<string> OtherRequiredMembers(ParseScope scope, INamedTypeSymbol type, Cautions cautions, IReadOnlyList<(IPropertySymbol Property, PropertyAttributes Attributes)> properties)
    {
        foreach (var (property, attributes) in properties)
        {
            if (property.IsRequired && !IsColumn(scope, property, attributes))
            {
                cautions.OfProperty(property, attributes);
                yield return property.Name;
            }
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var field in current.GetMembers().OfType<IFieldSymbol>())
            {
                if (field.IsRequired)
                {
                    cautions.OfMember(field);
                    yield return field.Name;
                }
            }
        }
    }
}
