using Relations.Sessions;

namespace Relations.Sqlite.Tests;

[TestFixture]
public sealed class StatementCacheTests
{
    [Test]
    public void Finds_by_text_and_lets_go_of_what_was_not_used_for_longest()
    {
        var left = new List<string>();
        var cache = new StatementCache<string>(3, left.Add);
        foreach (var sql in new[] { "a", "b", "c" })
        {
            cache.Add(sql, sql.ToUpperInvariant());
        }

        Assert.That(cache.TryGet("a", out var found), Is.True);
        Assert.That(found, Is.EqualTo("A"));
        cache.Add("d", "D");
        Assert.That(left, Is.EqualTo(new[] { "B" }));
        Assert.That(cache.TryGet("b", out _), Is.False);
        Assert.That(cache.Count, Is.EqualTo(3));
        cache.Clear();
        Assert.That(left, Is.EquivalentTo(new[] { "A", "B", "C", "D" }));
        Assert.That(cache.Count, Is.Zero);
        Assert.That(cache.TryGet("a", out _), Is.False);
        cache.Add("a", "A again");
        Assert.That(cache.TryGet("a", out found), Is.True);
        Assert.That(found, Is.EqualTo("A again"));
    }

    [Test]
    public void Does_what_a_list_in_order_of_use_does([Values(1, 2, 7, 64)] int capacity)
    {
        var left = new List<string>();
        var cache = new StatementCache<string>(capacity, left.Add);
        var model = new List<string>();
        var expected = new List<string>();
        var random = new Random(capacity);
        for (var turn = 0; turn < 20_000; turn++)
        {
            var sql = "SELECT " + random.Next(capacity * 2);
            var isKnown = model.Remove(sql);
            Assert.That(cache.TryGet(sql.AsSpan(), out var statement), Is.EqualTo(isKnown));
            if (isKnown)
            {
                Assert.That(statement, Is.EqualTo(sql));
            }
            else
            {
                if (model.Count == capacity)
                {
                    expected.Add(model[0]);
                    model.RemoveAt(0);
                }

                cache.Add(sql, sql);
            }

            model.Add(sql);
        }

        Assert.That(left, Is.EqualTo(expected));
    }

    [Test]
    public void Looking_up_allocates_nothing()
    {
        var cache = new StatementCache<string>(8, static _ => { });
        cache.Add("SELECT 1", "first");
        cache.Add("SELECT 2", "second");
        Span<char> buffer = stackalloc char[8];
        "SELECT 1".CopyTo(buffer);
        _ = cache.TryGet(buffer, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 1000; turn++)
        {
            buffer[^1] = turn % 2 == 0 ? '1' : '2';
            _ = cache.TryGet(buffer, out _);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}
