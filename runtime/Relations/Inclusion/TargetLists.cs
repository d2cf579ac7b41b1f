using Relations.Definitions;

namespace Relations.Inclusion;

/// <summary>The targets of each source of a to-many relation.</summary>
/// <typeparam name="TKey">The key that source and targets share.</typeparam>
/// <typeparam name="TItem">A target, or a link.</typeparam>
internal sealed class TargetLists<TKey, TItem>(SourceKeys<TKey> keys) where TKey : notnull
{
    private readonly List<TItem>?[] lists = new List<TItem>?[keys.Distinct.Count];

    // Items of one source mostly follow each other. They are gathered here, so that its list is made once, of the right size.
    private readonly List<TItem> gathered = [];
    private int placeOfGathered;
    private TKey? lastKey;
    private List<TItem>? last;

    /// <summary>Where to add the next item of a key, or null where no source has it. Ask again for each item.</summary>
    public List<TItem>? ListOf(TKey key)
    {
        if (last is not null && keys.AreSame(key, lastKey))
        {
            return last;
        }

        var place = keys.PlaceOf(key);
        if (place < 0)
        {
            return null;
        }

        Keep();
        lastKey = key;
        placeOfGathered = place;
        return last = lists[place] ?? gathered;
    }

    private void Keep()
    {
        if (gathered.Count > 0)
        {
            lists[placeOfGathered] = [.. gathered];
            gathered.Clear();
        }
    }

    /// <summary>Gives every source its list: an empty one where there are no targets, one of its own where several sources have the same key.</summary>
    public void Give<TSource>(IReadOnlyList<TSource> sources, RelationProperty<TSource, List<TItem>> property) where TSource : class
    {
        Keep();
        var given = keys.Count == keys.Distinct.Count ? null : new bool[lists.Length];
        for (var source = 0; source < sources.Count; source++)
        {
            var place = keys.PlaceOfSource(source);
            var list = place < 0 ? [] : lists[place] ?? [];
            if (given is not null && place >= 0)
            {
                list = given[place] ? [.. list] : list;
                given[place] = true;
            }

            property.Set(sources[source], list);
        }
    }
}
