using Npgsql;
using NpgsqlTypes;
using Relations.Definitions;

namespace Relations.PostgreSql;

/// <summary>Makes the values of a statement the parameters <c>$1</c>, <c>$2</c>, …, a list that of an array for each part.</summary>
internal readonly struct ParameterBinder(NpgsqlParameter[] parameters) : IValueBinder
{
    public void Bind<T>(int ordinal, T value)
    {
        var storage = new ParameterStorage(parameters, ordinal);
        StorageRules.Store(value, ref storage);
    }

    public void BindList<T>(int ordinal, ReadOnlySpan<T> values)
    {
        var storage = new ListStorage(new ListPart?[1], 0, values.Length);
        foreach (var value in values)
        {
            StorageRules.Store(value, ref storage);
        }

        storage.Bind(parameters, ordinal);
    }

    public void BindList(int ordinal, MappedList values)
    {
        var binder = new PartBinder(new ListPart?[values.Parts], values.Count);
        for (var index = 0; index < values.Count; index++)
        {
            values.Bind(index, ref binder);
        }

        new ListStorage(binder.Parts, 0, values.Count).Bind(parameters, ordinal);
    }

    private static T Sound<T>(T value)
    {
        if (value is string text)
        {
            SurrogatePairs.Require(text);
        }

        return value;
    }

    /// <summary>Adds each part of a value to the part's list.</summary>
    private readonly struct PartBinder(ListPart?[] parts, int capacity) : IValueBinder
    {
        public ListPart?[] Parts => parts;

        public void Bind<T>(int ordinal, T value)
        {
            var storage = new ListStorage(parts, ordinal, capacity);
            StorageRules.Store(value, ref storage);
        }

        public void BindList<T>(int ordinal, ReadOnlySpan<T> values) => throw new NotSupportedException("A part of a value is no list.");

        public void BindList(int ordinal, MappedList values) => throw new NotSupportedException("A part of a value is no list.");
    }

    private readonly struct ParameterStorage(NpgsqlParameter[] parameters, int ordinal) : IStorage
    {
        public void Store<T>(T value, NpgsqlDbType type) => parameters[ordinal] = new NpgsqlParameter<T> { TypedValue = Sound(value), NpgsqlDbType = type };

        public void StoreNull(NpgsqlDbType type) => parameters[ordinal] = new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type };
    }

    private readonly struct ListStorage(ListPart?[] parts, int part, int capacity) : IStorage
    {
        public void Store<T>(T value, NpgsqlDbType type) => ((ListPart<T>)(parts[part] ??= new ListPart<T>(capacity, type))).Values.Add(Sound(value));

        public void StoreNull(NpgsqlDbType type) => throw new RelationsException("A list of keys or values holds null, which is equal to nothing; leave it out.");

        public void Bind(NpgsqlParameter[] parameters, int first)
        {
            for (var each = 0; each < parts.Length; each++)
            {
                // The statement says what an empty list is a list of.
                parameters[first + each] = parts[each]?.ToParameter() ?? new NpgsqlParameter<string> { TypedValue = "{}", NpgsqlDbType = NpgsqlDbType.Unknown };
            }
        }
    }

    private abstract class ListPart
    {
        public abstract NpgsqlParameter ToParameter();
    }

    private sealed class ListPart<T>(int capacity, NpgsqlDbType type) : ListPart
    {
        public List<T> Values { get; } = new(capacity);

        public override NpgsqlParameter ToParameter() => new NpgsqlParameter<List<T>> { TypedValue = Values, NpgsqlDbType = type | NpgsqlDbType.Array };
    }
}
