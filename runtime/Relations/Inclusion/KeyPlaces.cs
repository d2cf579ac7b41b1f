using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Relations.Definitions;

namespace Relations.Inclusion;

/// <summary>Numbers keys in the order in which they come, and finds their numbers.</summary>
/// <remarks>
/// Integer keys that lie close together, as those of a whole table do, index an array: no hashing, a quarter of the memory, and in caches that a
/// dictionary of 100,000 keys outgrows. Other keys are hashed.
/// </remarks>
/// <typeparam name="TKey">The keys.</typeparam>
internal sealed class KeyPlaces<TKey> where TKey : notnull
{
    private const int Missing = -1;

    private readonly IEqualityComparer<TKey>? comparer;
    private readonly int expected;
    private Dictionary<TKey, int>? hashed;

    // For each key from the first on its place, counted from 1; 0 where there is no such key.
    private int[] dense = [];
    private long first;

    /// <summary>Starts without keys.</summary>
    /// <param name="type">How keys are compared.</param>
    /// <param name="expected">How many there may be; there may as well be more.</param>
    public KeyPlaces(KeyType<TKey> type, int expected = 0)
    {
        comparer = type.Comparer;
        this.expected = expected;
        hashed = IsNumber && comparer is null ? null : new(expected, comparer);
    }

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gives a key the next place, counted from 0; returns false where it has one, which is told then.</summary>
    public bool TryAdd(TKey key, out int place)
    {
        bool isKnown;
        if (hashed is null && Reach(key))
        {
            ref var stored = ref dense[IndexOf(key)];
            isKnown = stored > 0;
            stored = isKnown ? stored : Count + 1;
            place = stored - 1;
        }
        else
        {
            ref var stored = ref CollectionsMarshal.GetValueRefOrAddDefault(hashed!, key, out isKnown);
            stored = isKnown ? stored : Count;
            place = stored;
        }

        Count += isKnown ? 0 : 1;
        return !isKnown;
    }

    /// <summary>The place of a key, counted from 0, or -1.</summary>
    public int PlaceOf(TKey key)
    {
        if (hashed is not null)
        {
            return hashed.TryGetValue(key, out var place) ? place : Missing;
        }

        var index = IndexOf(key);
        return index < (ulong)dense.Length ? dense[index] - 1 : Missing;
    }

    private static bool IsNumber => typeof(TKey) == typeof(int) || typeof(TKey) == typeof(long);

    private static long NumberOf(TKey key) => typeof(TKey) == typeof(int) ? Unsafe.As<TKey, int>(ref key) : Unsafe.As<TKey, long>(ref key);

    private static TKey KeyOf(long number)
    {
        var narrow = (int)number;
        return typeof(TKey) == typeof(int) ? Unsafe.As<int, TKey>(ref narrow) : Unsafe.As<long, TKey>(ref number);
    }

    /// <summary>How far a key is from the first; one that is less is beyond any array.</summary>
    private ulong IndexOf(TKey key) => unchecked((ulong)(NumberOf(key) - first));

    /// <summary>Makes the array long enough for a key; or hashes all keys, where it would be mostly empty.</summary>
    private bool Reach(TKey key)
    {
        first = Count == 0 ? NumberOf(key) : first;
        var index = IndexOf(key);
        if (index < (ulong)dense.Length)
        {
            return true;
        }

        var longest = 64 + 4L * Count;
        if (index >= (ulong)longest)
        {
            Hash();
            return false;
        }

        Array.Resize(ref dense, (int)Math.Min(Math.Max((long)index + 1, Math.Max(16, dense.Length * 2L)), Array.MaxLength));
        return true;
    }

    private void Hash()
    {
        hashed = new(Math.Max(Count, expected), comparer);
        for (var index = 0; index < dense.Length; index++)
        {
            if (dense[index] > 0)
            {
                hashed.Add(KeyOf(first + index), dense[index] - 1);
            }
        }

        dense = [];
    }
}
