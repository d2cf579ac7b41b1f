using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>What keeps a member from being a column; where an attribute wants it to be one, that is a problem.</summary>
internal static class ColumnObstacles
{
    /// <summary>What keeps a property without a setter from being a column, where no constructor sets it either.</summary>
    public const string CannotBeSet = "it has no setter, and no parameter of the constructor is named after it";

    /// <summary>What keeps a property from being a column, or null. Its type is another question.</summary>
    /// <param name="property">The property.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="assignment">How a value gets in, or null where none can.</param>
    public static string? Of(IPropertySymbol property, PropertyAttributes attributes, Assignment? assignment) => (property, Accessors.Getter(property), Accessors.Setter(property)) switch
    {
        _ when attributes.NotMapped is not null => "it is marked [NotMapped]",
        ({ DeclaredAccessibility: not Accessibility.Public }, _, _) => "it is not public",
        (_, null, _) => "it has no getter",
        (_, { DeclaredAccessibility: not Accessibility.Public }, _) => "its getter is not public",
        (_, _, null) when assignment is null => CannotBeSet,
        _ when assignment is null => "its setter is not accessible, and the type that declares it is generic",
        _ => null,
    };

    /// <summary>Remembers a property without a column, and reports it where an attribute says that it has one.</summary>
    public static void Add(ParseScope scope, EntityShape shape, IPropertySymbol property, PropertyAttributes attributes, string obstacle)
    {
        shape.WithoutColumn[property.Name] = obstacle;
        Report(scope, shape, property, attributes, obstacle);
    }

    /// <summary>What keeps a member from being a column that never is one, or null.</summary>
    public static string? OfOther(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: true } => "it is an indexer",
        IPropertySymbol { IsStatic: true, PartialDefinitionPart: null } => "it is static",
        IFieldSymbol { IsImplicitlyDeclared: false } => "it is a field",
        _ => null,
    };

    /// <summary>Reports members that are never columns, but are marked as if they were, or as relations.</summary>
    public static void ReportOthers(ParseScope scope, EntityShape shape, INamedTypeSymbol declaring)
    {
        foreach (var member in declaring.GetMembers())
        {
            if (OfOther(member) is not { } obstacle || Syntax.IsUnfinished(member, scope.Cancel))
            {
                continue;
            }

            var attributes = PropertyAttributes.Of(member);
            if (attributes.IsRelation)
            {
                shape.Problems.Add(new(ProblemKind.RelationContradicts, Syntax.Identifier(member), shape.Type.Name, NameOf(member), obstacle));
            }
            else
            {
                Report(scope, shape, member, attributes, obstacle);
            }
        }
    }

    private static void Report(ParseScope scope, EntityShape shape, ISymbol member, PropertyAttributes attributes, string obstacle)
    {
        if (attributes.OfColumn is { AttributeClass.Name: var name } attribute)
        {
            shape.Problems.Add(new(
                ProblemKind.MarkedMemberHasNoColumn, Syntax.Attribute(attribute, scope.Cancel) ?? Syntax.Identifier(member),
                shape.Type.Name, NameOf(member), $"is marked [{name.Substring(0, name.Length - "Attribute".Length)}]", obstacle));
        }
    }

    private static string NameOf(ISymbol member) => member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.Name;
}
