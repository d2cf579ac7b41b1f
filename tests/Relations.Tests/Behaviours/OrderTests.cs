using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>The order of texts and of nulls, the same on every database.</summary>
public sealed class OrderTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    // By code point: .NET's own order would have the surrogates of the last one before U+FFFF.
    private static readonly string[] Ordered = ["", " ", "A", "Z", "a", "a ", "ab", "b", "z", "ß", "é", "中", "\uffff", "😀", "😀a"];

    private SampleRepository Samples => new(Db);

    [Test]
    public async Task Texts_are_ordered_by_code_point()
    {
        await Samples.CreateAllAsync(Ordered.Reverse().Select(static text => new Sample { Name = text }));
        Assert.That((await Samples.OrderBy(s => s.Name).ToListAsync()).Select(static sample => sample.Name), Is.EqualTo(Ordered));
        Assert.That((await Samples.OrderByDescending(s => s.Name).ToListAsync()).Select(static sample => sample.Name), Is.EqualTo(Ordered.Reverse()));
        for (var place = 0; place < Ordered.Length; place++)
        {
            var text = Ordered[place];
            Assert.That(await Samples.Where(s => s.Name < text).CountAsync(), Is.EqualTo(place), text);
            Assert.That(await Samples.Where(s => s.Name == text).CountAsync(), Is.EqualTo(1), text);
        }
    }

    [Test]
    public async Task Nulls_come_first_ascending_and_last_descending()
    {
        await Samples.CreateAllAsync([new() { Name = "1", Text = "b" }, new() { Name = "2" }, new() { Name = "3", Text = "" }, new() { Name = "4", Maybe = -1 }]);
        Assert.That(await NamesAsync(Samples.OrderBy(s => s.Text).ThenBy(s => s.Name)), Is.EqualTo("2431"));
        Assert.That(await NamesAsync(Samples.OrderByDescending(s => s.Text).ThenBy(s => s.Name)), Is.EqualTo("1324"));
        Assert.That(await NamesAsync(Samples.OrderBy(s => s.Maybe).ThenByDescending(s => s.Name)), Is.EqualTo("3214"));
    }

    private static async Task<string> NamesAsync(Query<Sample, int, SampleProperties, SamplePatch> samples) => string.Concat((await samples.ToListAsync()).Select(static sample => sample.Name));
}
