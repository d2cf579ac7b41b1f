using Relations.Definitions;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>Binds the values of a statement to its parameters <c>?1</c>, <c>?2</c>, ….</summary>
/// <param name="statement">The prepared statement.</param>
/// <param name="count">How many parameters it has. A part of a script does not have all that are given to the whole.</param>
internal readonly struct SqliteBinder(sqlite3_stmt statement, int count) : IValueBinder
{
    public void Bind<T>(int ordinal, T value)
    {
        if (ordinal < count)
        {
            var parameter = new ParameterStorage(statement, ordinal + 1);
            StorageRules.Store(value, ref parameter);
        }
    }

    public void BindList<T>(int ordinal, ReadOnlySpan<T> values)
    {
        if (ordinal >= count)
        {
            return;
        }

        Bind(ordinal, JsonList.Of(values));
    }

    public void BindList<T>(int ordinal, ReadOnlySpan<T> values, ValueMapping<T> mapping)
    {
        if (ordinal < count)
        {
            Bind(ordinal, JsonList.Of(values, mapping));
        }
    }

    private void Bind(int ordinal, JsonList list)
    {
        new ParameterStorage(statement, ordinal + 1).StoreUtf8(list.Bytes);
        list.Return();
    }
}
