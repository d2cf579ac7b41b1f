using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Gathers what the members and types that one file will mention warn of, by <c>[Obsolete]</c> and <c>[Experimental]</c>.</summary>
internal sealed class Cautions
{
    /// <summary>Hardly any model warns of anything, so there is nothing until one does.</summary>
    private SortedSet<string>? ids;

    /// <summary>The ids of warnings, other than C#'s own, that using all this gives.</summary>
    public IReadOnlyCollection<string> Ids => (IReadOnlyCollection<string>?)ids ?? [];

    /// <summary>Whether some of it may only be used by what is obsolete itself.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Takes in what others gathered.</summary>
    public void Add(Cautions others, bool withErrors = true)
    {
        AddIds(others.Ids);
        HasErrors |= withErrors && others.HasErrors;
    }

    /// <summary>What a property warns of, with its accessors; where it overrides another, C# heeds the first that was declared.</summary>
    public CautionModel? OfProperty(IPropertySymbol property, PropertyAttributes attributes)
    {
        OfMember(property.GetMethod);
        OfMember(property.SetMethod);
        var own = Of(attributes.Obsolete, attributes.Experimental);
        if (property.IsRequired && attributes.Obsolete is not null)
        {
            AddIds(["CS9042"]); // which the user's own type has given already
        }

        if (attributes.DisallowNull is not null)
        {
            AddIds(["CS8601", "CS8607"]); // what is read may be null all the same
        }

        return property.OverriddenProperty is { } overridden && OfProperty(overridden, PropertyAttributes.Of(overridden)) is { } inherited ? inherited : own;
    }

    /// <summary>What a method warns of.</summary>
    public CautionModel? OfMember(ISymbol? member) =>
        member is null ? null : Of(KnownSymbols.Attribute(member, "System", "ObsoleteAttribute"), KnownSymbols.Attribute(member, KnownSymbols.CodeAnalysis, "ExperimentalAttribute"));

    /// <summary>What a type warns of, itself or by a type around it. What the attributes say counts as read.</summary>
    public CautionModel? OfType(ParseScope scope, INamedTypeSymbol type)
    {
        CautionModel? gravest = null;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (OfMember(current) is { } caution)
            {
                scope.Read(current);
                gravest = CautionModel.Graver(gravest, caution);
            }
        }

        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, scope.Compilation.Assembly))
        {
            gravest = CautionModel.Graver(gravest, OfMember(type.ContainingAssembly)); // an experimental assembly warns of all its types, outside of it
        }

        return gravest;
    }

    private CautionModel? Of(AttributeData? obsolete, AttributeData? experimental) =>
        obsolete is null && experimental is null ? null : Of(new[] { obsolete, experimental }.OfType<AttributeData>().ToList());

    private CautionModel Of(List<AttributeData> given)
    {
        var isError = given.Exists(static attribute => attribute.ConstructorArguments is [_, { Value: true }]);
        var own = given.Select(Id).OfType<string>().Where(SyntaxFacts.IsValidIdentifier).ToEquatableArray();
        HasErrors |= isError;
        AddIds(own);
        return new($"[{string.Join(", ", given.Select(Text))}]", isError, own);
    }

    private void AddIds(IReadOnlyCollection<string> more)
    {
        if (more.Count > 0)
        {
            (ids ??= new(StringComparer.Ordinal)).UnionWith(more);
        }
    }

    /// <summary>The id under which the compiler warns, where that is not its own.</summary>
    private static string? Id(AttributeData attribute) => attribute.AttributeClass!.Name == "ExperimentalAttribute"
        ? attribute.ConstructorArguments is [{ Value: string id }] ? id : null
        : PropertyAttributes.NamedArgument(attribute, "DiagnosticId") as string;

    private static string Text(AttributeData attribute)
    {
        var type = attribute.AttributeClass!;
        var arguments = attribute.ConstructorArguments.Select(static argument => argument.ToCSharpString())
            .Concat(attribute.NamedArguments.Select(static argument => $"{argument.Key} = {argument.Value.ToCSharpString()}")).ToList();
        return $"global::{TypeText.Namespace(type.ContainingNamespace)}.{type.Name.Substring(0, type.Name.Length - "Attribute".Length)}{(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})")}";
    }
}
