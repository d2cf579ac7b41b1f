using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Tracking;

/// <summary>By which names code may call the attributes of entities and relations: only what has one of them is looked at closer.</summary>
internal static class AttributeNames
{
    private static readonly string[] Entity = ["Entity"];
    private static readonly string[] Relation = ["HasMany", "HasOne", "BelongsTo"];

    /// <summary>Whether the type, or a partial property of it, has any attribute.</summary>
    public static bool HasAny(TypeDeclarationSyntax type) => type.AttributeLists.Count > 0 || type.Members.Any(IsMarkedPartial);

    /// <summary>Whether the type may be an entity, or have relations that are to be implemented.</summary>
    /// <param name="type">The type.</param>
    /// <param name="aliases">Other names that attributes may have.</param>
    public static bool Concern(TypeDeclarationSyntax type, IReadOnlyCollection<string> aliases) =>
        IsIn(type.AttributeLists, Entity, aliases) || type.Members.Any(member => IsMarkedPartial(member) && IsIn(member.AttributeLists, Relation, aliases));

    /// <summary>The last name of <c>A.B.C</c>.</summary>
    public static string Last(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static bool IsMarkedPartial(MemberDeclarationSyntax member) =>
        member is PropertyDeclarationSyntax { AttributeLists.Count: > 0 } && member.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static bool IsIn(SyntaxList<AttributeListSyntax> lists, string[] names, IReadOnlyCollection<string> aliases)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                var name = Last(attribute.Name);
                if (Array.Exists(names, own => name == own || name == own + "Attribute") || aliases.Any(alias => alias == name || alias == name + "Attribute"))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
