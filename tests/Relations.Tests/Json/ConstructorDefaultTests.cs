using System.Text;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Json;

/// <summary>Entities and links that are made of less than their constructor has parameters for.</summary>
public sealed class ConstructorDefaultTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [Test]
    public void What_JSON_leaves_out_has_the_default_of_its_parameter()
    {
        AssertSame(Read<Errand>("{}"), new Errand());
        Assert.That(Read<Chore>("{}"), Is.EqualTo(new Chore(0)));
        Assert.That(Read<Chore>("""{"title":"a","fee":null}"""), Is.EqualTo(new Chore(0, "a", Urgency.Now, null)));
    }

    [Test]
    public void What_JSON_says_counts_be_it_null_or_the_types_own_default()
    {
        var made = Read<Errand>("""{"title":"","urgency":0,"other":null,"fee":0,"count":0,"limit":null,"level":0,"share":null,"mark":"x","isOpen":false,"isPaid":null}""");
        Assert.That((made.Title, made.Urgency, made.Other, made.Fee, made.Count, made.Limit, made.Level), Is.EqualTo(("", Urgency.Soon, (Urgency?)null, 0m, 0, (int?)null, (byte)0)));
        Assert.That((made.Share, made.Mark, made.IsOpen, made.IsPaid), Is.EqualTo(((double?)null, 'x', false, (bool?)null)));
    }

    [Test]
    public async Task What_a_link_leaves_out_has_the_default_of_its_parameter_where_the_constructor_is_hidden()
    {
        var helpers = new HelperRepository(Db);
        var helper = await helpers.CreateAsync(new());
        var errand = await helpers.Errands(helper.Id).CreateAsync(new());

        var link = await new HelpRepository(Db).SingleAsync();

        AssertSame(link, Help.Of(helper.Id, errand.Id));
    }

    [Test]
    public async Task What_a_link_says_counts_be_it_null_or_the_types_own_default()
    {
        var helpers = new HelperRepository(Db);
        var helper = await helpers.CreateAsync(new());
        var errand = await new ErrandRepository(Db).CreateAsync(new());

        await helpers.Errands(helper.Id).LinkAsync(errand.Id, new() { Urgency = Urgency.Soon, Limit = null });

        var link = await new HelpRepository(Db).SingleAsync();
        Assert.That((link.Urgency, link.Limit, link.Count), Is.EqualTo((Urgency.Soon, (int?)null, int.MinValue)));
    }

    private static void AssertSame<T>(T made, T wanted)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var property in typeof(T).GetProperties().Where(static property => property.Name != "Id"))
            {
                Assert.That(property.GetValue(made), Is.EqualTo(property.GetValue(wanted)), property.Name);
            }
        }
    }

    private static T Read<T>(string json) where T : class => RelationsJson.Read<T>(RelationsModel.Definition, Encoding.UTF8.GetBytes(json));
}
