using Relations.Definitions;

namespace Relations.Sqlite;

/// <summary>Binds the values of a statement to its parameters <c>?1</c>, <c>?2</c>, ….</summary>
/// <typeparam name="TParameter">How a parameter is bound.</typeparam>
/// <param name="statement">The prepared statement.</param>
internal readonly struct SqliteBinder<TParameter>(PreparedStatement statement) : IValueBinder where TParameter : struct, IStatementParameter<TParameter>
{
    public void Bind<T>(int ordinal, T value)
    {
        if (IsTaken(ordinal))
        {
            var parameter = Parameter(ordinal);
            StorageRules.Store(value, ref parameter);
        }
    }

    public void BindList<T>(int ordinal, ReadOnlySpan<T> values)
    {
        if (IsTaken(ordinal))
        {
            Bind(ordinal, JsonList.Of(values));
        }
    }

    public void BindList(int ordinal, MappedList values)
    {
        if (IsTaken(ordinal))
        {
            Bind(ordinal, JsonList.Of(values));
        }
    }

    private void Bind(int ordinal, JsonList list)
    {
        Parameter(ordinal).StoreUtf8(list.Bytes);
        list.Return();
    }

    /// <summary>A part of a script does not have all the parameters that are given to the whole.</summary>
    private bool IsTaken(int ordinal) => ordinal < statement.ParameterCount;

    private ParameterStorage<TParameter> Parameter(int ordinal) => new(statement, ordinal + 1);
}
