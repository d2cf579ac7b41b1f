namespace Relations.Sqlite;

/// <summary>Takes a value in one of SQLite's storage classes.</summary>
internal interface IStorage
{
    /// <summary>Takes NULL.</summary>
    void StoreNull();

    /// <summary>Takes an INTEGER.</summary>
    void StoreInteger(long value);

    /// <summary>Takes a REAL that is a number.</summary>
    void StoreReal(double value);

    /// <summary>Takes a TEXT.</summary>
    void StoreText(ReadOnlySpan<char> text);

    /// <summary>Takes a BLOB.</summary>
    void StoreBlob(ReadOnlySpan<byte> bytes);
}
