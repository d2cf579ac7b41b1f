using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>What documentation comments say of entities and relations.</summary>
internal static class Prose
{
    public static string One(EntityModel entity) => CSharpText.Words(entity.Name);

    /// <summary>"The patients of one doctor", and through what they are reached.</summary>
    public static string Relation(EntityModel entity, RelationModel relation, string throughCref)
    {
        var relationInWords = $"The {CSharpText.Words(relation.Property)} of one {One(entity)}";
        return relation.Through is null ? relationInWords + "." : $"{relationInWords}, reached through <see cref=\"{throughCref}\"/>.";
    }

    /// <summary>"A, B and C".</summary>
    public static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all.Take(all.Count - 1)) + " and " + all[all.Count - 1];
    }
}
