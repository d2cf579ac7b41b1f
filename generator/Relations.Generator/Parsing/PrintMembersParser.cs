using Microsoft.CodeAnalysis;
using Relations.Generator.Emitting;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Parses what a record with relations prints: the members that C# would print, less the relations.</summary>
internal static class PrintMembersParser
{
    public static PrintMembersModel? Parse(EntityShape shape)
    {
        var type = shape.Type;
        if (type.GetMembers("PrintMembers").Any(static member => !member.IsImplicitlyDeclared && Syntax.IsUserWritten(member)))
        {
            return null;
        }

        var derives = type.BaseType is { SpecialType: not SpecialType.System_Object };
        var modifiers = derives ? "protected override" : type.IsSealed ? "private" : "protected virtual";
        var relations = new HashSet<string>(shape.Relations.Select(static relation => relation.Property.Name), StringComparer.Ordinal);
        return new(modifiers, derives, type.GetMembers().Where(IsPrinted).Where(member => !relations.Contains(member.Name)).Select(member => Printed(shape, member)).ToEquatableArray());
    }

    /// <summary>The whole method cannot be obsolete: that of a derived record would have to be, too (CS0672).</summary>
    private static PrintedMemberModel Printed(EntityShape shape, ISymbol member)
    {
        var caution = member is IPropertySymbol property ? shape.Cautions.OfProperty(property, PropertyAttributes.Of(property)) : shape.Cautions.OfMember(member);
        return new(member.Name, caution is { IsError: true } && shape.Caution is not { IsError: true }
            ? CSharpText.Free("Print" + member.Name, "Of", name => shape.Type.GetMembers(name).Any(static other => Syntax.IsUserWritten(other)))
            : null);
    }

    private static bool IsPrinted(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } && member switch
        {
            IFieldSymbol => true,
            IPropertySymbol { IsIndexer: false, IsOverride: false, GetMethod: not null, PartialDefinitionPart: null } => true,
            _ => false,
        };
}
