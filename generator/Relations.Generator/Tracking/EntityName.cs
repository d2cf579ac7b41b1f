using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relations.Generator.Tracking;

/// <summary>By which names code may call the entity attribute: only what has one of them is looked at closer.</summary>
internal static class EntityName
{
    /// <summary>Whether one of the attributes may be the entity's: by its own name, or by another name that is given here.</summary>
    public static bool IsIn(SyntaxList<AttributeListSyntax> lists, IReadOnlyCollection<string> aliases)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                var name = Last(attribute.Name);
                if (name is "Entity" or "EntityAttribute" || aliases.Any(alias => alias == name || alias == name + "Attribute"))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The last name of <c>A.B.C</c>.</summary>
    public static string Last(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
