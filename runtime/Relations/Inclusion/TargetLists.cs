using System.Runtime.InteropServices;
using Relations.Definitions;

namespace Relations.Inclusion;

/// <summary>The targets of each source of a to-many relation.</summary>
/// <typeparam name="TKey">The key that source and targets share.</typeparam>
/// <typeparam name="TItem">A target, or a link.</typeparam>
internal sealed class TargetLists<TKey, TItem>(SourceKeys<TKey> keys) where TKey : notnull
{
    private readonly List<TItem>?[] lists = new List<TItem>?[keys.Distinct.Count];

    // Items of one source mostly follow each other. They are gathered here, so that its list is made once, of the right size.
    private Gathered[] gathered = new Gathered[16];
    private int count;
    private int place = -1;

    /// <summary>Adds an item to those of a source's key, where those of each key mostly follow each other.</summary>
    public void Add(int placeOfKey, TItem item)
    {
        if (placeOfKey != place)
        {
            Keep();
            place = placeOfKey;
        }

        if (count == gathered.Length)
        {
            Array.Resize(ref gathered, 2 * count);
        }

        gathered[count++] = new(item);
    }

    /// <summary>Whether a source's key has items, other than those added last.</summary>
    public bool Has(int placeOfKey) => lists[placeOfKey] is not null;

    /// <summary>Adds an item to those of a source's key, of which there will be so many.</summary>
    public void Add(int placeOfKey, TItem item, int count) => (lists[placeOfKey] ??= new(count)).Add(item);

    /// <summary>Gives every source its list: an empty one where there are no targets, one of its own where several sources have the same key.</summary>
    public void Give<TSource>(IReadOnlyList<TSource> sources, RelationProperty<TSource, List<TItem>> property) where TSource : class
    {
        Keep();
        var given = keys.AreDistinct ? null : new bool[lists.Length];
        for (var source = 0; source < sources.Count; source++)
        {
            var of = keys.PlaceOfSource(source);
            var its = of < 0 ? [] : lists[of] ?? [];
            if (given is not null && of >= 0)
            {
                its = given[of] ? [.. its] : its;
                given[of] = true;
            }

            property.Set(sources[source], its);
        }
    }

    private void Keep()
    {
        if (count == 0)
        {
            return;
        }

        var list = lists[place] ??= new(count);
        var first = list.Count;
        CollectionsMarshal.SetCount(list, first + count);
        var items = CollectionsMarshal.AsSpan(list)[first..];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = gathered[index].Item;
        }

        count = 0;
    }

    /// <summary>An item as a value: to store the item itself in an array, the run time would look at its type, which is far from the processor's caches where there are many.</summary>
    private readonly record struct Gathered(TItem Item);
}
