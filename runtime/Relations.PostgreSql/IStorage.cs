using NpgsqlTypes;

namespace Relations.PostgreSql;

/// <summary>Takes a value in the type that it is stored as.</summary>
internal interface IStorage
{
    /// <summary>Takes a value.</summary>
    void Store<T>(T value, NpgsqlDbType type);

    /// <summary>Takes null.</summary>
    void StoreNull(NpgsqlDbType type);
}
