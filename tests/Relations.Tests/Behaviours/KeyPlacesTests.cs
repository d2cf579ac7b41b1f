using Relations.Definitions;
using Relations.Inclusion;

namespace Relations.Tests.Behaviours;

/// <summary>Keys are numbered as they come, whether they lie close together or not.</summary>
public sealed class KeyPlacesTests
{
    [TestCase(new long[] { 1, 2, 3, 4, 5 })]
    [TestCase(new long[] { 10, 12, 11, 60, 200 })]
    [TestCase(new long[] { 5, 6, 4, 7 })]
    [TestCase(new long[] { 1, 2, 1_000_000_000_000, 3 })]
    [TestCase(new long[] { long.MinValue, long.MaxValue, 0, -1 })]
    [TestCase(new long[] { long.MaxValue, long.MaxValue - 1, long.MinValue })]
    [TestCase(new long[] { -3, -2, 0, 7 })]
    public void Every_key_keeps_its_place(long[] keys)
    {
        var places = new KeyPlaces<long>(default);
        for (var expected = 0; expected < keys.Length; expected++)
        {
            var key = keys[expected];
            Assert.That(places.PlaceOf(key), Is.EqualTo(-1));
            Assert.That((places.TryAdd(key, out var place), place), Is.EqualTo((true, expected)));
            Assert.That((places.TryAdd(key, out place), place), Is.EqualTo((false, expected)));
        }

        Assert.That(keys.Select(places.PlaceOf), Is.EqualTo(Enumerable.Range(0, keys.Length)));
        Assert.That(new[] { 8_888L, -8_888L, long.MaxValue / 2 }.Select(places.PlaceOf), Is.All.EqualTo(-1));
        Assert.That(places.Count, Is.EqualTo(keys.Length));
    }

    [Test]
    public void Keys_by_chance_keep_their_places([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var spread = random.Next(4) switch { 0 => 40, 1 => 400, 2 => 4_000, _ => int.MaxValue };
        var known = new Dictionary<int, int>();
        var places = new KeyPlaces<int>(default, expected: random.Next(100));
        for (var turn = 0; turn < 1_000; turn++)
        {
            var key = random.Next(3) == 0 ? random.Next(spread) - spread / 2 : turn;
            Assert.That(places.PlaceOf(key), Is.EqualTo(known.GetValueOrDefault(key, -1)), $"seed {seed}, turn {turn}");
            Assert.That((places.TryAdd(key, out var place), place), Is.EqualTo((known.TryAdd(key, known.Count), known[key])), $"seed {seed}, turn {turn}");
        }

        Assert.That(known.All(pair => places.PlaceOf(pair.Key) == pair.Value), Is.True, $"seed {seed}");
    }

    [Test]
    public void Texts_are_hashed()
    {
        var places = new KeyPlaces<string>(default);

        Assert.That(new[] { "a", "b", "a", "" }.Select(key => (places.TryAdd(key, out var place), place)), Is.EqualTo(new[] { (true, 0), (true, 1), (false, 0), (true, 2) }));
        Assert.That(new[] { "", "b", "a", "c" }.Select(places.PlaceOf), Is.EqualTo(new[] { 2, 1, 0, -1 }));
    }
}
