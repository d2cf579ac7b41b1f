using System.Text;
using Microsoft.Data.Sqlite;
using Relations.Definitions;

namespace Relations.Sqlite;

/// <summary>Adds the values of a statement to an ADO.NET command as parameters <c>?1</c>, <c>?2</c>, ….</summary>
internal readonly struct CommandBinder(SqliteParameterCollection parameters) : IValueBinder
{
    public void Bind<T>(int ordinal, T value)
    {
        var parameter = new CommandParameterStorage(Add(ordinal));
        StorageRules.Store(value, ref parameter);
    }

    public void BindList<T>(int ordinal, ReadOnlySpan<T> values)
    {
        Bind(ordinal, JsonList.Of(values));
    }

    public void BindList(int ordinal, MappedList values) => Bind(ordinal, JsonList.Of(values));

    private void Bind(int ordinal, JsonList list)
    {
        Add(ordinal).Value = Encoding.UTF8.GetString(list.Bytes);
        list.Return();
    }

    private SqliteParameter Add(int ordinal) => parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"?{ordinal + 1}") });
}
