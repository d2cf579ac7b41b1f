using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Says of a through model that carries nothing but its keys that linking twice makes two links.</summary>
internal static class LinkWarnings
{
    public static void Report(ParseScope scope, EntityShape link)
    {
        var others = link.Columns.Where(static column => !column.Model.Is(PropertyKinds.PrimaryKey)).ToList();
        if (link.Key.Count != 1 || others.Count != 2 || LinkKeyConvention.RelatedPairOf(scope, link) is not [var first, var second])
        {
            return;
        }

        if (others.Exists(column => column.Name == first.Name) && others.Exists(column => column.Name == second.Name) && !link.IsUnique([first, second]))
        {
            link.Problems.Add(new(ProblemKind.LinksAreNotUnique, Syntax.Identifier(link.Type), link.Type.Name, first.Name, second.Name));
        }
    }
}
