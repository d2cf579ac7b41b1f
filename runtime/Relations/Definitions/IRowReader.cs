namespace Relations.Definitions;

/// <summary>Reads the columns of one row by their place, counted from 0. Provider types are structs, so that the generated <c>Read</c> is compiled for each.</summary>
public interface IRowReader
{
    /// <summary>Whether the row has the column: it has not where only others were asked for. Where not, the column is null and has the default value of its type.</summary>
    bool Has(int ordinal) => true;

    /// <summary>The name that the statement gives the column, or null where it has no such column or does not know its names.</summary>
    string? NameOf(int ordinal) => null;

    /// <summary>Whether the column is null. The typed getters may only be called where it is not.</summary>
    bool IsNull(int ordinal);

    /// <summary>Reads a truth value.</summary>
    bool GetBoolean(int ordinal);

    /// <summary>Reads an integer of 8 bits with a sign.</summary>
    sbyte GetSByte(int ordinal);

    /// <summary>Reads an integer of 8 bits.</summary>
    byte GetByte(int ordinal);

    /// <summary>Reads an integer of 16 bits with a sign.</summary>
    short GetInt16(int ordinal);

    /// <summary>Reads an integer of 16 bits.</summary>
    ushort GetUInt16(int ordinal);

    /// <summary>Reads an integer of 32 bits with a sign.</summary>
    int GetInt32(int ordinal);

    /// <summary>Reads an integer of 32 bits.</summary>
    uint GetUInt32(int ordinal);

    /// <summary>Reads an integer of 64 bits with a sign.</summary>
    long GetInt64(int ordinal);

    /// <summary>Reads an integer of 64 bits.</summary>
    ulong GetUInt64(int ordinal);

    /// <summary>Reads a number of single precision.</summary>
    float GetSingle(int ordinal);

    /// <summary>Reads a number of double precision.</summary>
    double GetDouble(int ordinal);

    /// <summary>Reads a decimal number.</summary>
    decimal GetDecimal(int ordinal);

    /// <summary>Reads a single UTF-16 character.</summary>
    char GetChar(int ordinal);

    /// <summary>Reads a text.</summary>
    string GetString(int ordinal);

    /// <summary>Reads a globally unique identifier.</summary>
    Guid GetGuid(int ordinal);

    /// <summary>Reads a date and time.</summary>
    DateTime GetDateTime(int ordinal);

    /// <summary>Reads a date and time with its offset from UTC.</summary>
    DateTimeOffset GetDateTimeOffset(int ordinal);

    /// <summary>Reads a date.</summary>
    DateOnly GetDateOnly(int ordinal);

    /// <summary>Reads a time of day.</summary>
    TimeOnly GetTimeOnly(int ordinal);

    /// <summary>Reads a duration.</summary>
    TimeSpan GetTimeSpan(int ordinal);

    /// <summary>Reads bytes.</summary>
    byte[] GetBytes(int ordinal);
}
