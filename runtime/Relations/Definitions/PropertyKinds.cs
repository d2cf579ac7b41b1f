namespace Relations.Definitions;

/// <summary>What is special about a property's column.</summary>
[Flags]
public enum PropertyKinds
{
    /// <summary>Nothing: a required column that users write.</summary>
    None = 0,

    /// <summary>Part of the primary key.</summary>
    PrimaryKey = 1,

    /// <summary>The database makes a value when a new row brings none, that is when the property has its default value.</summary>
    Generated = 2,

    /// <summary>The column may be null.</summary>
    Nullable = 4,

    /// <summary>No two rows have the same value.</summary>
    Unique = 8,

    /// <summary>An integer that is compared when a row is updated, and moved on by each update: <c>[ConcurrencyCheck]</c> or <c>[Timestamp]</c>.</summary>
    Concurrency = 16,

    /// <summary>The database computes the value: never written.</summary>
    Computed = 32,

    /// <summary>Filters that come from outside can neither compare the column, order by it, nor ask for it: <c>[NotFilterable]</c>, or <c>[JsonIgnore]</c>.</summary>
    NotFilterable = 64,

    /// <summary>Whoever makes an entity must give a value.</summary>
    Required = 128,

    /// <summary>JSON neither shows nor sets it.</summary>
    JsonIgnored = 256,

    /// <summary>Its setter is hidden.</summary>
    Unsettable = 512,
}
