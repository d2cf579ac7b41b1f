using System.Collections;

namespace Relations.Definitions;

/// <summary>Checks what a resolver of the user's own puts into a relation's property.</summary>
internal static class FilledList
{
    /// <summary>A list of its own with all items.</summary>
    /// <exception cref="ArgumentException">One is null, or of another type.</exception>
    public static List<TItem> Of<TItem>(RelationDefinition relation, IEnumerable items)
    {
        var list = new List<TItem>();
        foreach (var item in items)
        {
            list.Add(item is TItem fitting ? fitting : throw new ArgumentException(
                $"'{relation.Name}' of {relation.Source.Name} holds {typeof(TItem).Name}, but item {list.Count} is {(item is null ? "null" : "of another type")}.", nameof(items)));
        }

        return list;
    }

    /// <summary>The only item, or null when there is none.</summary>
    /// <exception cref="ArgumentException">There are several, or it is null or of another type.</exception>
    public static TItem? One<TItem>(RelationDefinition relation, IEnumerable items) where TItem : class =>
        Of<TItem>(relation, items) switch
        {
            [] => null,
            [var one] => one,
            var many => throw new ArgumentException($"'{relation.Name}' of {relation.Source.Name} has one target at most, not {many.Count}.", nameof(items)),
        };
}
