using Relations.Definitions;
using Relations.Sql;

namespace Relations.PostgreSql.Tests;

/// <summary>Texts that the dialect writes, and that the server understands them.</summary>
[TestFixture]
public sealed class DialectTests
{
    [TestCase("plain")]
    [TestCase("a\"b")]
    [TestCase("\"; DROP TABLE own; --")]
    [TestCase("a'b\\c$1{0}%_")]
    [TestCase("größe 表 😀")]
    [TestCase("SELECT")]
    public async Task A_name_is_quoted_whatever_it_contains(string name)
    {
        await using var server = await ServerDatabase.CreateAsync();
        var quoted = Written(sql => sql.WriteIdentifier(name));
        await server.RunAsync($"CREATE SCHEMA {quoted}; CREATE TABLE {quoted}.{quoted} ({quoted} int); INSERT INTO {quoted}.{quoted} ({quoted}) VALUES (5)");
        await using var connection = await server.OpenOtherAsync();
        await using var command = new Npgsql.NpgsqlCommand("SELECT table_schema || '|' || table_name || '|' || column_name FROM information_schema.columns WHERE table_schema = $1", connection) { Parameters = { new() { Value = name } } };
        Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo($"{name}|{name}|{name}"));
    }

    [TestCase("varchar(200)", "character varying(200)", true)]
    [TestCase("VARCHAR (200)", "character varying(200)", true)]
    [TestCase("varchar(200)", "character varying(100)", false)]
    [TestCase("numeric(10, 2)", "numeric(10,2)", true)]
    [TestCase("decimal(10)", "numeric(10,0)", true)]
    [TestCase("char", "character(1)", true)]
    [TestCase("char(3)", "character(3)", true)]
    [TestCase("bpchar", "bpchar", true)]
    [TestCase("bpchar", "character(1)", false)]
    [TestCase("bit", "bit(1)", true)]
    [TestCase("national character varying(7)", "character varying(7)", true)]
    [TestCase("float(24)", "real", true)]
    [TestCase("float(53)", "double precision", true)]
    [TestCase("float", "real", false)]
    [TestCase("timestamptz(3)", "timestamp(3) with time zone", true)]
    [TestCase("timestamp", "timestamp without time zone", true)]
    [TestCase("int", "integer", true)]
    [TestCase("int8", "integer", false)]
    [TestCase("float8", "double precision", true)]
    [TestCase("jsonb", "jsonb", true)]
    [TestCase("jsonb", "json", false)]
    [TestCase("\"My Type\"", "\"My Type\"", true)]
    [TestCase("\"My Type\"", "\"my type\"", false)]
    [TestCase("\"email\"", "email", true)]
    [TestCase("\"Email\"", "email", false)]
    [TestCase("\"char\"", "\"char\"", true)]
    [TestCase("\"char\"", "character(1)", false)]
    [TestCase("serial", "integer", true)]
    [TestCase("BIGSERIAL", "bigint", true)]
    [TestCase("smallserial", "smallint", true)]
    [TestCase("serial", "bigint", false)]
    [TestCase("pg_catalog.int4", "integer", true)]
    [TestCase("pg_catalog.varchar(5)", "character varying(5)", true)]
    [TestCase("App . Email", "app.email", true)]
    [TestCase("\"My.Schema\".\"My Type\"", "\"My.Schema\".\"My Type\"", true)]
    [TestCase("app.email", "other.email", false)]
    [TestCase("app.email", "email", false)]
    [TestCase("app.email[]", "app.email[]", true)]
    [TestCase("app.short(5)", "app.short(6)", false)]
    public void A_type_is_the_same_by_whichever_name(string given, string stored, bool isSame) =>
        Assert.That(PostgreSqlTypeName.Parse(given) == PostgreSqlTypeName.Parse(stored), Is.EqualTo(isSame));

    [TestCase("email", "email of text", true)]
    [TestCase("text", "email of text", true)]
    [TestCase("email", "text", false)]
    [TestCase(null, "email of character varying(9)", true)]
    [TestCase(null, "address in public of email in public of character varying(9)", true)]
    [TestCase("email", "address in public of email in public of text", true)]
    [TestCase("public.address", "address in public of email in public of text", true)]
    [TestCase("app.address", "address in public of email in public of text", false)]
    [TestCase("app.email", "address in public of app.email of text", true)]
    [TestCase("email", "address in public of app.email of text", false)]
    [TestCase("\"My Schema\".email", "email in \"My Schema\" of text", true)]
    public void A_domain_is_known_by_its_name_and_by_what_it_is_made_of(string? given, string stored, bool isSame) =>
        Assert.That(((SqlDialect)PostgreSqlDialect.Instance).IsTypeOf(new("A", "a", typeof(string), ColumnType.Text, typeName: given), stored), Is.EqualTo(isSame));

    [Test]
    public void A_time_is_not_stored_in_the_type_of_the_other_kind()
    {
        var clock = new PropertyDefinition("At", "at", typeof(DateTime), ColumnType.DateTime, typeName: "timestamptz");
        var instant = new PropertyDefinition("At", "at", typeof(DateTimeOffset), ColumnType.DateTimeOffset, typeName: "timestamp(3)");
        Assert.That(() => Definition(clock), Throws.InvalidOperationException.With.Message.Contains("Make it a DateTimeOffset"));
        Assert.That(() => Definition(instant), Throws.InvalidOperationException.With.Message.Contains("Make it a DateTime"));
    }

    [Test]
    public void A_key_of_texts_is_not_stored_in_a_type_that_is_none()
    {
        Assert.That(() => Definition(Key("uuid")), Throws.InvalidOperationException.With.Message.EqualTo("Code is a text and a key, which cannot be stored as uuid. Make it a Guid, or the type one of texts."));
        Assert.That(() => Definition(Key("jsonb")), Throws.InvalidOperationException.With.Message.Contains("Make it a property that is no key"));
        Assert.That(() => Definition(Key("citext")), Throws.InvalidOperationException.With.Message.StartsWith("Code is a key, which cannot be stored as citext"));
        Assert.That(() => Definition(Key("char(2)")), Throws.InvalidOperationException.With.Message.EndsWith("Make the type text or varchar."));
        Assert.That(Definition(Key("varchar(5)")), Is.EqualTo("varchar(5) COLLATE \"C\" NOT NULL"));
        Assert.That(Definition(new("Code", "code", typeof(Guid), ColumnType.Guid, PropertyKinds.PrimaryKey, typeName: "uuid")), Is.EqualTo("uuid NOT NULL"));

        static PropertyDefinition Key(string type) => new("Code", "code", typeof(string), ColumnType.Text, PropertyKinds.PrimaryKey, typeName: type);
    }

    [Test]
    public void A_column_is_of_the_named_type_with_the_collation_that_it_can_have()
    {
        Assert.That(Definition(new("A", "a", typeof(string), ColumnType.Text)), Is.EqualTo("text COLLATE \"C\" NOT NULL"));
        Assert.That(Definition(new("A", "a", typeof(string), ColumnType.Text, typeName: "varchar(5)")), Is.EqualTo("varchar(5) COLLATE \"C\" NOT NULL"));
        Assert.That(Definition(new("A", "a", typeof(string), ColumnType.Text, PropertyKinds.Nullable, typeName: "jsonb")), Is.EqualTo("jsonb"));
        Assert.That(Definition(new("A", "a", typeof(int), ColumnType.Int32, PropertyKinds.Generated, typeName: "int8")), Is.EqualTo("int8 NOT NULL GENERATED BY DEFAULT AS IDENTITY"));
        Assert.That(Definition(new("A", "a", typeof(byte), ColumnType.Byte, PropertyKinds.Generated)), Is.EqualTo("smallint NOT NULL GENERATED BY DEFAULT AS IDENTITY (MAXVALUE 255)"));
        Assert.That(Definition(new("A", "a", typeof(uint), ColumnType.UInt32, PropertyKinds.Generated)), Is.EqualTo("bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY (MAXVALUE 4294967295)"));
        Assert.That(Definition(new("A", "a", typeof(int), ColumnType.Int32, PropertyKinds.Generated, typeName: "serial")), Is.EqualTo("serial NOT NULL"), "it has a default of its own");
    }

    private static string Definition(PropertyDefinition property) => Written(sql => sql.Dialect.WriteColumnDefinition(sql, property, isOnlyKey: false));

    private static string Written(Action<SqlWriter> write) => PostgreSqlDialect.Instance.Written(write);
}
