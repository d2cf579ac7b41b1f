using Relations.Definitions;

namespace Relations.Sqlite.Tests;

/// <summary>A table with one column, <c>value</c>, for SQL that is assembled by hand.</summary>
internal sealed class TestTable(PropertyDefinition value) : EntityDefinition<object, string>("Own", [value], table: "own", primaryKey: [value.Name])
{
    public override object Read<TReader>(ref TReader row) => row.GetString(0);

    public override void Bind<TBinder>(object entity, ref TBinder values) => values.Bind(0, (string)entity);

    public override string KeyOf(object entity) => (string)entity;
}
