using System.Globalization;

namespace Relations.Definitions.Json;

/// <summary>Reads the values that JSON has as texts, as bodies and filters have them.</summary>
internal static class JsonTexts
{
    private static readonly string[] Times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <summary>JSON in UTF-8 without the byte order mark that files begin with, which RFC 8259 lets a reader pass over.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8Json) => utf8Json.StartsWith("\uFEFF"u8) ? utf8Json["\uFEFF"u8.Length..] : utf8Json;

    public static bool TryReadChar(string text, out char result)
    {
        result = text is [var only] && !char.IsSurrogate(only) ? only : default;
        return text.Length == 1 && !char.IsSurrogate(text[0]);
    }

    /// <summary>With hyphens or without.</summary>
    public static bool TryReadGuid(string text, out Guid result) => Guid.TryParseExact(text, "D", out result) || Guid.TryParseExact(text, "N", out result);

    public static bool TryReadDate(string text, out DateOnly result) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out result);

    public static bool TryReadTime(string text, out TimeOnly result) => TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out result);

    /// <summary>As System.Text.Json writes it; days alone would be too easy to mistake for another unit.</summary>
    public static bool TryReadDuration(string text, out TimeSpan result)
    {
        result = default;
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out result);
    }

    /// <summary>The member of an enum that a text names, in any case, or of flags the members, parted by commas; or null.</summary>
    public static Enum? Member(Type type, string text)
    {
        if (!text.Contains(',', StringComparison.Ordinal))
        {
            return Name(type, text) is { } name ? (Enum)Enum.Parse(type, name) : null;
        }

        var names = text.Split(',', StringSplitOptions.TrimEntries).Select(part => Name(type, part)).ToList();
        return type.IsDefined(typeof(FlagsAttribute), inherit: false) && !names.Contains(null) ? (Enum)Enum.Parse(type, string.Join(',', names)) : null;
    }

    private static string? Name(Type type, string text)
    {
        var names = Enum.GetNames(type);
        return Array.IndexOf(names, text) >= 0 ? text : Array.Find(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
    }
}
