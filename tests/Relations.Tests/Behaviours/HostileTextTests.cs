using Relations.Querying;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Texts that mean something in SQL or in patterns are values and names like any other.</summary>
public sealed class HostileTextTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    public static IEnumerable<string> HostileTexts =>
    [
        "", " ", "'", "''", "\"", "`", "\\", "%", "_", "\\%", "%_%", "a'; DROP TABLE \"Doctor\"; --", "\0", "a\0b", "line\nbreak\r\n", "tab\t",
        "é", "e\u0301", "ß", "İ", "日本語", "😀", "👨‍👩‍👧", "\ud83d\ude00\u200d", "?1", "@p1", "{0}", "[a-z]", "*", "a?", "null", "NULL", "0", "1e5", "\u00a0", "\ufeff",
    ];

    [TestCaseSource(nameof(HostileTexts))]
    public async Task Every_text_is_stored_and_found_as_it_is(string text)
    {
        var orders = new OrderRepository(Db);
        if (IsRefused(text))
        {
            Assert.That(() => orders.CreateAsync(new() { Description = text }), Throws.InstanceOf<RelationsException>());
            return;
        }

        var customer = await new CustomerRepository(Db).CreateAsync(new() { Name = text });
        var stored = await orders.CreateAsync(new() { Description = text, Group = text, Select = 1, CustomerId = customer.Id });
        await orders.CreateAsync(new() { Description = "x" + text + "y", Group = null, Select = 2 });
        await orders.CreateAsync(new() { Description = "other", Group = "other", Select = 3 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.Description, Is.EqualTo(text));
            Assert.That(await IdsAsync(o => o.Description == text), Is.EqualTo([1]));
            Assert.That(await IdsAsync(o => o.Description != text), Is.EqualTo([2, 3]));
            Assert.That(await IdsAsync(o => o.Description.In(text, "none")), Is.EqualTo([1]));
            Assert.That(await IdsAsync(o => o.Description.NotIn(text)), Is.EqualTo([2, 3]));
            Assert.That(await IdsAsync(o => o.Group == o.Description), Is.EqualTo([1, 3]));
            Assert.That(await IdsAsync(o => o.Customer.Any(c => c.Name == text)), Is.EqualTo([1]));
            foreach (var ignoreCase in new[] { false, true })
            {
                var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
                string[] all = [text, "x" + text + "y", "other"];
                Assert.That(await IdsAsync(o => o.Description.StartsWith(text, ignoreCase)), Is.EqualTo(Matching(all, one => one.StartsWith(text, comparison))), $"StartsWith {ignoreCase}");
                Assert.That(await IdsAsync(o => o.Description.EndsWith(text, ignoreCase)), Is.EqualTo(Matching(all, one => one.EndsWith(text, comparison))), $"EndsWith {ignoreCase}");
                Assert.That(await IdsAsync(o => o.Description.Contains(text, ignoreCase)), Is.EqualTo(Matching(all, one => one.Contains(text, comparison))), $"Contains {ignoreCase}");
                var literally = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
                Assert.That(await IdsAsync(o => o.Description.Like(literally, ignoreCase)), Is.EqualTo(Matching(all, one => one.Equals(text, comparison))), $"Like {ignoreCase}");
                Assert.That(await IdsAsync(o => o.Description.NotLike(literally, ignoreCase)), Is.EqualTo(Matching(all, one => !one.Equals(text, comparison))), $"NotLike {ignoreCase}");
                Assert.That(await IdsAsync(o => o.Description.Like($"x{literally}%", ignoreCase)), Does.Contain(2), $"Like with a pattern {ignoreCase}");
            }

            Assert.That(await orders.Where(o => o.Group == text).PatchAsync(new() { Group = text + text }), Is.EqualTo(1));
            Assert.That((await orders.FindByIdAsync(1)).Group, Is.EqualTo(text + text));
            Assert.That(await orders.Where(o => o.Description == text).DeleteAsync(), Is.EqualTo(1));
        }

        async Task<List<int>> IdsAsync(Func<OrderProperties, Condition> condition) => [.. (await orders.Where(condition).ToListAsync()).Select(static order => order.Id)];
        static List<int> Matching(string[] all, Func<string, bool> isMatch) => [.. Enumerable.Range(1, all.Length).Where(id => isMatch(all[id - 1]))];
    }

    [TestCaseSource(nameof(HostileTexts))]
    public async Task Every_text_can_be_a_key(string text)
    {
        var author = Guid.NewGuid();
        var authors = new AuthorRepository(Db);
        if (IsRefused(text))
        {
            Assert.That(() => authors.CreateAsync(new() { Id = author, Name = text }), Throws.InstanceOf<RelationsException>());
            return;
        }

        await authors.CreateAsync(new() { Id = author, Name = text });
        await authors.Books(author).CreateAsync(new() { Isbn = text, Title = "hostile" }, new() { Position = 1 });
        await authors.Books(author).CreateAsync(new() { Isbn = "plain", Title = "plain" }, new() { Position = 2 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await new BookRepository(Db).FindByIdAsync(text)).Title, Is.EqualTo("hostile"));
            Assert.That((await authors.Books(author).FindByIdAsync(text)).Isbn, Is.EqualTo(text));
            Assert.That((await new BookRepository(Db).Include(b => b.Authors).Where(b => b.Isbn == text).SingleAsync()).Authors.Single().Id, Is.EqualTo(author));
            Assert.That((await authors.Include(a => a.Books).SingleAsync()).Books, Has.Count.EqualTo(2));
            Assert.That(await authors.Books(author).SetAsync([text, "plain"]), Is.EqualTo(new SetResult(0, 0, 2)));
            Assert.That(await authors.Books(author).UnlinkAsync(text), Is.EqualTo(1));
            Assert.That(await authors.Books(author).LinkAllAsync([text, text]), Is.EqualTo(1));
            Assert.That((await authors.Books(author).Links().ToListAsync()).Select(static link => link.Target.Isbn), Does.Contain(text));
        }
    }

    [Test]
    public async Task A_megabyte_of_text_is_stored_and_found()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789abcde'", 65_536));
        var doctor = await Doctors.CreateAsync(new() { Name = text });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(doctor.Name, Is.EqualTo(text));
            Assert.That(await Doctors.Where(d => d.Name == text).CountAsync(), Is.EqualTo(1));
            Assert.That(await Doctors.Where(d => d.Name.In(text)).CountAsync(), Is.EqualTo(1));
            Assert.That(await Doctors.Where(d => d.Name.StartsWith(text)).CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Words_of_sql_can_be_identifiers()
    {
        var customers = new CustomerRepository(Db);
        await customers.CreateAsync(new() { Name = "c" });
        await customers.Orders(1).CreateAllAsync([new() { Description = "a", Group = "g", Select = 2 }, new() { Description = "b", Group = "h", Select = 1 }]);

        var orders = await new OrderRepository(Db).Where(o => o.Group.In("g", "h") && o.Select > 0).OrderBy(o => o.Select).ThenBy(o => o.Group).Include(o => o.Customer, c => c.Include(x => x.Orders, o => o.OrderBy(y => y.Select).Take(1))).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(orders.Select(static order => order.Description), Is.EqualTo(["b", "a"]));
            Assert.That(orders[0].Customer!.Orders.Single().Description, Is.EqualTo("b"));
            Assert.That(await new OrderRepository(Db).Where(o => o.Select == 1).PatchAsync(new() { Group = "x", Select = 5 }), Is.EqualTo(1));
            Assert.That(await customers.Where(c => c.Orders.Count(o => o.Select == 5 && o.Group == "x") == 1).CountAsync(), Is.EqualTo(1));
        }
    }

    /// <summary>PostgreSQL's texts hold no NUL.</summary>
    private bool IsRefused(string text) => Kind == DatabaseKind.PostgreSql && text.Contains('\0', StringComparison.Ordinal);
}
