using System.Globalization;
using System.Text;

namespace Relations.Sqlite;

/// <summary>Reads dates and times from the UTF-8 text they are stored as: ISO 8601, with a blank or a T between date and time.</summary>
internal static class StoredTime
{
    /// <summary>Reads a date and time; one with an offset is converted to UTC, as Microsoft.Data.Sqlite 10 does.</summary>
    public static bool TryReadDateTime(ReadOnlySpan<byte> text, out DateTime value)
    {
        if (TryRead(text, out var ticks, out var rest) && rest == text.Length)
        {
            value = new DateTime(ticks);
            return true;
        }

        return DateTime.TryParse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value);
    }

    /// <summary>Reads a date and time with its offset; without one it is UTC, as Microsoft.Data.Sqlite 10 has it.</summary>
    public static bool TryReadDateTimeOffset(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        if (TryRead(text, out var ticks, out var rest) && TryReadOffset(text[rest..], out var minutes))
        {
            var utc = ticks - minutes * TimeSpan.TicksPerMinute;
            if (Math.Abs(minutes) <= 14 * 60 && utc >= 0 && utc <= DateTime.MaxValue.Ticks)
            {
                value = new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
                return true;
            }
        }

        return DateTimeOffset.TryParse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    /// <summary>Reads a date; of a date and time, where the time is midnight.</summary>
    public static bool TryReadDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (TryReadDateTime(text, out var time) && time.TimeOfDay == TimeSpan.Zero)
        {
            value = DateOnly.FromDateTime(time);
            return true;
        }

        return false;
    }

    /// <summary>Reads a time of day.</summary>
    public static bool TryReadTime(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        if (TryReadTimeOfDay(text, out var ticks, out var length) && length == text.Length)
        {
            value = new TimeOnly(ticks);
            return true;
        }

        return TimeOnly.TryParse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    private static bool TryRead(ReadOnlySpan<byte> text, out long ticks, out int length)
    {
        (ticks, length) = (0, 0);
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || !TryReadDigits(text[..4], out var year) || !TryReadDigits(text.Slice(5, 2), out var month) || !TryReadDigits(text.Slice(8, 2), out var day)
            || year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateTime(year, month, day).Ticks;
        length = 10;
        if (text.Length > 10 && text[10] is (byte)' ' or (byte)'T')
        {
            if (!TryReadTimeOfDay(text[11..], out var time, out var rest))
            {
                return false;
            }

            ticks += time;
            length += 1 + rest;
        }

        return true;
    }

    private static bool TryReadTimeOfDay(ReadOnlySpan<byte> text, out long ticks, out int length)
    {
        (ticks, length) = (0, 0);
        if (text.Length < 5 || text[2] != ':' || !TryReadDigits(text[..2], out var hour) || !TryReadDigits(text.Slice(3, 2), out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        ticks = hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute;
        length = 5;
        if (text.Length < 8 || text[5] != ':')
        {
            return true;
        }

        if (!TryReadDigits(text.Slice(6, 2), out var second) || second > 59)
        {
            return false;
        }

        ticks += second * TimeSpan.TicksPerSecond;
        length = 8;
        if (text.Length > 9 && text[8] == '.')
        {
            length = 9;
            for (var unit = TimeSpan.TicksPerSecond / 10; length < text.Length && char.IsAsciiDigit((char)text[length]); length++, unit /= 10)
            {
                ticks += (text[length] - '0') * unit;
            }
        }

        return true;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] == 'Z'))
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':' || !TryReadDigits(text.Slice(1, 2), out var hours) || !TryReadDigits(text.Slice(4, 2), out minutes))
        {
            return false;
        }

        minutes += hours * 60;
        minutes = text[0] == '-' ? -minutes : minutes;
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = number * 10 + (digit - '0');
        }

        return true;
    }
}
