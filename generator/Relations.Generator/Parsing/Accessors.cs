using Microsoft.CodeAnalysis;

namespace Relations.Generator.Parsing;

/// <summary>How a property is read and set: one that overrides a single accessor of another has the other's second one.</summary>
internal static class Accessors
{
    public static IMethodSymbol? Getter(IPropertySymbol property) => property.GetMethod ?? (property.OverriddenProperty is { } overridden ? Getter(overridden) : null);

    public static IMethodSymbol? Setter(IPropertySymbol property) => property.SetMethod ?? (property.OverriddenProperty is { } overridden ? Setter(overridden) : null);
}
