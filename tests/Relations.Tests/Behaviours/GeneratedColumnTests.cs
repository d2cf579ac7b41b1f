using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Columns that the database makes a value for when a new row brings none: each by itself.</summary>
public sealed class GeneratedColumnTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private CouponRepository Coupons => new(Db);

    [Test]
    public async Task One_that_is_given_does_not_make_the_others_given()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var stored = await Coupons.CreateAllAsync([new() { Code = first, Content = "a" }, new() { Content = "b" }, new() { Id = 70, Content = "c" }, new() { Id = 80, Code = second, Content = "d" }]);

        Assert.That(stored.Select(static coupon => coupon.Id), Is.Unique.And.None.EqualTo(0).And.Contains(70).And.Contains(80));
        Assert.That(stored.Select(static coupon => coupon.Code), Is.Unique.And.None.EqualTo(Guid.Empty).And.Contains(first).And.Contains(second));
        Assert.That((await Coupons.ToListAsync()).Select(static coupon => (coupon.Id, coupon.Code, coupon.Content)), Is.EquivalentTo(stored.Select(static coupon => (coupon.Id, coupon.Code, coupon.Content))));
    }

    [Test]
    public async Task Saving_rows_without_a_key_adds_each()
    {
        var stored = new List<Coupon>();
        foreach (var content in new[] { "a", "b", "c" })
        {
            stored.Add(await Coupons.SaveAsync(new() { Code = Guid.NewGuid(), Content = content }));
        }

        Assert.That(stored.Select(static coupon => coupon.Id), Is.Unique.And.None.EqualTo(0));
        Assert.That((await Coupons.ToListAsync()).Select(static coupon => coupon.Content), Is.EqualTo(["a", "b", "c"]));
    }

    [Test]
    public async Task Saving_keeps_one_that_is_not_given()
    {
        var stored = await Coupons.CreateAsync(new() { Content = "a" });

        var saved = await Coupons.SaveAsync(new() { Id = stored.Id, Content = "b" });

        Assert.That((saved.Code, saved.Content), Is.EqualTo((stored.Code, "b")));
        Assert.That((await Coupons.FindByIdAsync(stored.Id)).Code, Is.EqualTo(stored.Code));
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, "Its keys go on from the greatest there is.")]
    public async Task Saving_a_row_without_a_key_replaces_none_though_the_database_makes_a_key_that_exists()
    {
        await Coupons.CreateAsync(new() { Id = 1, Content = "imported" });

        Assert.That(async () => await Coupons.SaveAsync(new() { Content = "new" }), Throws.TypeOf<UniqueViolationException>());
        Assert.That((await Coupons.SingleAsync()).Content, Is.EqualTo("imported"));
    }

    [Test]
    public async Task A_foreign_key_gives_one_its_value()
    {
        await new PilotRepository(Db).CreateAllAsync([new() { Id = 6, Name = "a" }, new() { Id = 7, Name = "b" }]);

        var licence = await new PilotRepository(Db).Licence(7).CreateAsync(new() { Class = "heavy" });

        Assert.That((licence.Id, licence.Class), Is.EqualTo((7, "heavy")));
        Assert.That((await new PilotRepository(Db).Include(static pilot => pilot.Licence).FindByIdAsync(7)).Licence!.Class, Is.EqualTo("heavy"));
        Assert.That(async () => await new PilotRepository(Db).Licence(6).CreateAsync(new() { Id = 7, Class = "light" }), Throws.TypeOf<ConstraintException>());
    }
}
