using Relations.Definitions;
using Relations.Schema;
using Relations.Tests.Harness;

namespace Relations.Tests.Behaviours;

/// <summary>Names of tables and columns that PostgreSQL would cut off after 63 bytes, and SQLite keeps.</summary>
public sealed class NameLengthTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private static readonly string Fits = new('n', 63);
    private static readonly string TooLong = new string('ä', 31) + "nn"; // 33 characters, 64 bytes

    [Test]
    public async Task A_name_that_is_as_long_as_the_database_keeps_is_created_and_found_again()
    {
        var model = new ModelDefinition(new NamedTable(Fits, Fits));
        await SchemaCommands.CreateAsync(model, Db);
        Assert.That(async () => await SchemaCommands.VerifyAsync(model, Db), Throws.Nothing);
    }

    [Test]
    [NotOn(DatabaseKind.PostgreSql, "Longer names are refused.")]
    public async Task A_longer_name_is_created_and_found_again_where_the_database_keeps_it()
    {
        var model = new ModelDefinition(new NamedTable(TooLong, TooLong));
        await SchemaCommands.CreateAsync(model, Db);
        Assert.That(async () => await SchemaCommands.VerifyAsync(model, Db), Throws.Nothing);
    }

    [Test]
    [NotOn(DatabaseKind.Sqlite, "Names are of any length.")]
    public async Task Longer_names_are_refused_before_anything_is_created_and_named_with_their_lengths()
    {
        var model = new ModelDefinition(new NamedTable("Other", "Value"), new NamedTable(TooLong, TooLong + "n", TooLong + "nn"));
        var message = $"""
            PostgreSQL cuts names off after 63 bytes of UTF-8; give shorter ones with [Table] and [Column]:
            the schema of NamedTable, "{TooLong}nn" has 66
            the table of NamedTable, "{TooLong}" has 64
            the column of NamedTable.Value, "{TooLong}n" has 65
            """;
        Assert.That(async () => await SchemaCommands.CreateAsync(model, Db), Throws.TypeOf<RelationsException>().With.Message.EqualTo(message));
        Assert.That(async () => await SchemaCommands.VerifyAsync(model, Db), Throws.TypeOf<RelationsException>().With.Message.EqualTo(message));
        Assert.That(() => SchemaScript.Write(model, Db.Dialect), Throws.TypeOf<RelationsException>().With.Message.EqualTo(message));
        Assert.That(await Db.QueryAsync($"SELECT count(*) FROM pg_class WHERE relname = 'Other'", static row => row.GetInt64(0)), Is.EqualTo([0]));
    }

    private sealed class NamedTable(string table, string column, string? schema = null)
        : EntityDefinition<object, string>(nameof(NamedTable), [Column<string>("Value", column, key: true)], table: table, schema: schema)
    {
        public override string KeyOf(object entity) => throw new NotSupportedException();

        public override object Read<TReader>(ref TReader row) => throw new NotSupportedException();

        public override void Bind<TBinder>(object entity, ref TBinder values) => throw new NotSupportedException();
    }
}
