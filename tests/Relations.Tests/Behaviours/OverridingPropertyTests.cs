using Relations.Definitions.Json;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Columns of properties that override others, and of the parameters of records.</summary>
public sealed class OverridingPropertyTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private ContractRepository Contracts => new(Db);

    [Test]
    public async Task What_a_base_class_says_holds_for_the_overriding_property()
    {
        var stored = await Contracts.CreateAsync(new() { Number = 5, Code = "abc", Secret = "s", Draft = "d" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RelationsModel.Definition.Entities.Single(static entity => entity.Name == "Contract").Properties.Select(static property => property.Column), Is.EquivalentTo(["Number", "short_code", "Version", "Secret", "Title", "Pages"]));
            Assert.That(async () => await Contracts.CreateAsync(new() { Number = 6, Code = "abcd" }), Throws.TypeOf<ConstraintException>());
            Assert.That(async () => await Contracts.CreateAsync(new() { Number = 6, Code = "abc" }), Throws.TypeOf<UniqueViolationException>());
        }

        await Contracts.UpdateAsync(stored);
        Assert.That(async () => await Contracts.UpdateAsync(stored), Throws.TypeOf<ConcurrencyException>());
        Assert.That(async () => await Contracts.Apply(Filter<Contract>.Parse("""{"where":{"secret":"s"}}""")).ToListAsync(), Throws.TypeOf<InvalidFilterException>());
    }

    [Test]
    public async Task One_that_overrides_a_single_accessor_is_a_column()
    {
        await Contracts.CreateAsync(new Contract { Number = 5, Title = "lease" }.WithPages(7));

        var found = await Contracts.FindByIdAsync(5);

        Assert.That((found.Title, found.Pages), Is.EqualTo(("LEASE", 7)));
    }

    [Test]
    public async Task A_parameter_of_a_record_says_what_its_column_is()
    {
        var clauses = new ClauseRepository(Db);
        await clauses.CreateAsync(new(1, "ab", "title"));
        Assert.That(async () => await clauses.CreateAsync(new(2, "abc", "title")), Throws.TypeOf<ConstraintException>());
        Assert.That(async () => await clauses.CreateAsync(new(2, "ab", null)), Throws.TypeOf<ConstraintException>());
        Assert.That(
            () => RelationsJson.Read<Clause>(RelationsModel.Definition, """{"text":"abc","title":null}"""u8),
            Throws.TypeOf<InvalidBodyException>().With.Property("Problems").Count.EqualTo(2));
    }

    [Test]
    public void What_the_model_itself_refuses_is_wrong_with_the_body() => Assert.That(
        () => RelationsJson.Read<Permit>(RelationsModel.Definition, """{"text":""}"""u8),
        Throws.TypeOf<InvalidBodyException>().With.Message.Contains("A permit says what it is for.").And.InnerException.TypeOf<ArgumentException>());

    [Test]
    public void An_empty_text_is_no_key_that_the_table_was_to_make() =>
        Assert.That(async () => await new PermitRepository(Db).CreateAsync(new() { Text = "x" }), Throws.TypeOf<ConstraintException>());
}
