using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Says of a through model that carries nothing but its keys that linking twice makes two links.</summary>
internal static class LinkWarnings
{
    public static void Report(ParseScope scope, EntityShape link)
    {
        var others = link.Columns.Where(static column => !column.Model.Is(PropertyKinds.PrimaryKey)).ToList();
        if (link.Key.Count != 1 || others.Count < 2 || LinkKeyConvention.RelatedPairOf(scope, link) is not { } pair || pair.Count != others.Count)
        {
            return;
        }

        // Beside the keys of a polymorphic relation stands a discriminator, which no key names.
        if (!LinkKeyConvention.HasDiscriminator(scope, link) && pair.TrueForAll(part => others.Exists(column => column.Name == part.Name)) && !link.IsUnique(pair))
        {
            var names = pair.Select(static part => part.Name).ToList();
            link.Problems.Add(new(ProblemKind.LinksAreNotUnique, Syntax.Identifier(link.Type), link.Type.Name, string.Join(", ", names.Take(names.Count - 1)), names[names.Count - 1]));
        }
    }
}
