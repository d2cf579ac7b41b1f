using System.Diagnostics.CodeAnalysis;

namespace Relations.Sessions;

/// <summary>
/// The prepared statements of one connection by their text, a bounded number: the one that was not used for longest gives way.
/// A text is looked up in the buffer it was assembled in, so that a repeated statement allocates nothing. Not safe for several threads at once, as the connection is not.
/// </summary>
/// <typeparam name="TStatement">What the provider prepares.</typeparam>
public sealed class StatementCache<TStatement> where TStatement : class
{
    private const int None = -1;

    private readonly Action<TStatement> evicted;
    private readonly Entry[] entries;
    private readonly int[] buckets;
    private int newest = None;
    private int oldest = None;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="capacity">How many statements it holds, at least one.</param>
    /// <param name="evicted">Called with each statement that leaves the cache. It may still be running.</param>
    public StatementCache(int capacity, Action<TStatement> evicted)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentNullException.ThrowIfNull(evicted);
        this.evicted = evicted;
        entries = new Entry[capacity];
        // Twice as many buckets as entries keep the chains short; a power of two, so that a mask finds the bucket.
        buckets = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity * 2)];
        Array.Fill(buckets, None);
    }

    /// <summary>How many statements it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Finds a statement by its text.</summary>
    public bool TryGet(ReadOnlySpan<char> sql, [NotNullWhen(true)] out TStatement? statement)
    {
        // The same statement again is the most frequent case, and comparing is cheaper than hashing.
        if (newest != None && sql.SequenceEqual(entries[newest].Sql))
        {
            statement = entries[newest].Statement;
            return true;
        }

        var hash = string.GetHashCode(sql, StringComparison.Ordinal);
        for (var index = buckets[Bucket(hash)]; index != None; index = entries[index].NextInBucket)
        {
            ref var entry = ref entries[index];
            if (entry.Hash == hash && sql.SequenceEqual(entry.Sql))
            {
                Unlink(index);
                LinkAsNewest(index);
                statement = entry.Statement;
                return true;
            }
        }

        statement = null;
        return false;
    }

    /// <summary>Takes a statement in, whose text the cache does not hold. Where it is full, the one that was not used for longest leaves it.</summary>
    public void Add(string sql, TStatement statement)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(statement);
        var index = Count;
        if (Count < entries.Length)
        {
            Count++;
        }
        else
        {
            index = oldest;
            var leaving = entries[index].Statement;
            Unlink(index);
            LeaveBucket(index);
            Fill(index, sql, statement);
            evicted(leaving);
            return;
        }

        Fill(index, sql, statement);
    }

    /// <summary>Lets every statement leave.</summary>
    public void Clear()
    {
        var leaving = entries.AsSpan(0, Count).ToArray();
        Array.Clear(entries);
        Array.Fill(buckets, None);
        Count = 0;
        newest = oldest = None;
        foreach (var entry in leaving)
        {
            evicted(entry.Statement);
        }
    }

    private int Bucket(int hash) => hash & (buckets.Length - 1);

    private void Fill(int index, string sql, TStatement statement)
    {
        var hash = string.GetHashCode(sql, StringComparison.Ordinal);
        ref var bucket = ref buckets[Bucket(hash)];
        entries[index] = new Entry { Sql = sql, Hash = hash, Statement = statement, NextInBucket = bucket };
        bucket = index;
        LinkAsNewest(index);
    }

    private void LeaveBucket(int index)
    {
        ref var place = ref buckets[Bucket(entries[index].Hash)];
        while (place != index)
        {
            place = ref entries[place].NextInBucket;
        }

        place = entries[index].NextInBucket;
    }

    private void LinkAsNewest(int index)
    {
        entries[index].Newer = None;
        entries[index].Older = newest;
        if (newest == None)
        {
            oldest = index;
        }
        else
        {
            entries[newest].Newer = index;
        }

        newest = index;
    }

    private void Unlink(int index)
    {
        var (newer, older) = (entries[index].Newer, entries[index].Older);
        if (newer == None)
        {
            newest = older;
        }
        else
        {
            entries[newer].Older = older;
        }

        if (older == None)
        {
            oldest = newer;
        }
        else
        {
            entries[older].Newer = newer;
        }
    }

    private struct Entry
    {
        public string Sql;
        public int Hash;
        public TStatement Statement;
        public int NextInBucket;
        public int Newer;
        public int Older;
    }
}
