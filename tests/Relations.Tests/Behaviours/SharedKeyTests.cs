using Relations.Definitions;
using Relations.Schema;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>Where a row has the key of a row of another table, a foreign key that relations of both use refers to the latter alone.</summary>
public sealed class SharedKeyTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private PersonRepository People => new(Db);

    private EmployeeRepository Employees => new(Db);

    private PostalAddressRepository Addresses => new(Db);

    [SetUp]
    public async Task Seed()
    {
        await People.CreateAllAsync([new() { Name = "Mario" }, new() { Name = "Peach" }]);
        await Employees.CreateAsync(new() { Id = 1, Office = "Pipes" });
    }

    [Test]
    public async Task The_address_of_a_person_who_is_no_employee_is_accepted()
    {
        var address = await Addresses.CreateAsync(new() { PersonId = 2, Street = "Castle" });
        await People.Addresses(2).CreateAsync(new() { Street = "Garden" });

        Assert.That(await Addresses.Employee(address.Id).FindAsync(), Is.Null);
        Assert.That((await Addresses.Person(address.Id).FindAsync())!.Name, Is.EqualTo("Peach"));
        Assert.That(await Employees.Addresses(1).ToListAsync(), Is.Empty);
    }

    [Test]
    public async Task An_employee_has_the_addresses_of_the_person()
    {
        await People.Addresses(1).CreateAsync(new() { Street = "Castle" });
        await Employees.Addresses(1).CreateAsync(new() { Street = "Garden" });

        var person = await People.Where(static p => p.Id == 1).Include(static p => p.Addresses).Include(static p => p.Employee, static e => e.Include(static e => e.Addresses)).FirstOrDefaultAsync();

        Assert.That(person!.Addresses.Select(static address => address.Street), Is.EquivalentTo(new[] { "Castle", "Garden" }));
        Assert.That(person.Employee!.Addresses.Select(static address => address.Street), Is.EquivalentTo(new[] { "Castle", "Garden" }));
    }

    [Test]
    public void What_is_of_nobody_is_refused()
    {
        Assert.That(async () => await Addresses.CreateAsync(new() { PersonId = 3, Street = "Castle" }), Throws.TypeOf<ForeignKeyViolationException>());
        Assert.That(async () => await Employees.CreateAsync(new() { Id = 3, Office = "Pipes" }), Throws.TypeOf<ForeignKeyViolationException>());
    }

    [Test]
    public async Task The_schema_has_the_foreign_key_to_the_root_and_each_link_of_the_chain()
    {
        var found = await Catalogue.ReadAsync(Kind, Db);

        Assert.That(
            found.ForeignKeys.Where(static key => key.StartsWith("PostalAddress ", StringComparison.Ordinal) || key.StartsWith("Employee ", StringComparison.Ordinal) || key.StartsWith("Manager ", StringComparison.Ordinal)),
            Is.EquivalentTo(new[] { "PostalAddress (PersonId) Person (Id)", "Employee (Id) Person (Id)", "Manager (Id) Employee (Id)" }));
        Assert.That(async () => await RelationsModel.VerifySchemaAsync(Db), Throws.Nothing);
    }

    [Test]
    public void Verifying_asks_for_the_foreign_key_to_the_root()
    {
        Test.RunUnchecked("""DROP TABLE "PostalAddress"; CREATE TABLE "PostalAddress" ("Id" INTEGER PRIMARY KEY, "PersonId" INTEGER NOT NULL REFERENCES "Employee" ("Id"), "Street" TEXT NOT NULL)""");

        var error = Assert.ThrowsAsync<SchemaMismatchException>(async () => await RelationsModel.VerifySchemaAsync(Db));

        Assert.That(error.Differences, Has.Some.EqualTo("the foreign key (\"PersonId\") of \"PostalAddress\" refers to \"Employee\" (\"Id\"); it should be (\"PersonId\") and refer to \"Person\" (\"Id\")"));
    }

    [Test]
    public void The_keys_of_another_projects_entities_count()
    {
        var sql = SchemaScript.Write(new ModelDefinition(PostalAddressRepository.Definition), Db.Dialect);

        Assert.That(sql, Does.Contain("REFERENCES \"Person\"").And.Not.Contain("REFERENCES \"Employee\"").And.Not.Contain("TABLE IF NOT EXISTS \"Person\""));
    }
}
