namespace Relations.Definitions;

/// <summary>How a property's value is stored. An enum is stored as its underlying integer, or by name as <see cref="Text"/>.</summary>
public enum ColumnType
{
    /// <summary>A <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>An <see cref="sbyte"/>.</summary>
    SByte,

    /// <summary>A <see cref="byte"/>.</summary>
    Byte,

    /// <summary>A <see cref="short"/>.</summary>
    Int16,

    /// <summary>A <see cref="ushort"/>.</summary>
    UInt16,

    /// <summary>An <see cref="int"/>.</summary>
    Int32,

    /// <summary>A <see cref="uint"/>.</summary>
    UInt32,

    /// <summary>A <see cref="long"/>.</summary>
    Int64,

    /// <summary>A <see cref="ulong"/>.</summary>
    UInt64,

    /// <summary>A <see cref="float"/>.</summary>
    Single,

    /// <summary>A <see cref="double"/>.</summary>
    Double,

    /// <summary>A <see cref="decimal"/>.</summary>
    Decimal,

    /// <summary>A <see cref="char"/>.</summary>
    Char,

    /// <summary>A <see cref="string"/>.</summary>
    Text,

    /// <summary>A <see cref="System.Guid"/>.</summary>
    Guid,

    /// <summary>A <see cref="System.DateTime"/>.</summary>
    DateTime,

    /// <summary>A <see cref="System.DateTimeOffset"/>: compared as an instant.</summary>
    DateTimeOffset,

    /// <summary>A <see cref="System.DateOnly"/>.</summary>
    DateOnly,

    /// <summary>A <see cref="System.TimeOnly"/>.</summary>
    TimeOnly,

    /// <summary>A <see cref="System.TimeSpan"/>: a duration.</summary>
    TimeSpan,

    /// <summary>An array of <see cref="byte"/>.</summary>
    Bytes,
}
