using System.Text;

namespace Relations.Sqlite;

/// <summary>A pattern in which <c>%</c> is any text, <c>_</c> any one character, and <c>\</c> takes the next character literally.</summary>
internal static class LikePattern
{
    /// <summary>The longest pattern that GLOB accepts, in bytes (SQLITE_MAX_LIKE_PATTERN_LENGTH).</summary>
    private const int GlobLimit = 50_000;

    /// <summary>Translates the pattern for GLOB, SQLite's own search that distinguishes upper and lower case. Returns null where GLOB cannot express it.</summary>
    public static string? ToGlob(string pattern)
    {
        var glob = new StringBuilder(pattern.Length + 8);
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character is '%' or '_')
            {
                glob.Append(character == '%' ? '*' : '?');
                continue;
            }

            if (character == '\\' && index + 1 < pattern.Length)
            {
                character = pattern[++index];
            }

            if (character is '\0' or >= '\uFFFD')
            {
                return null; // to GLOB, a pattern ends at NUL, and the last three characters of 16 bits are one
            }

            if (character is '*' or '?' or '[')
            {
                glob.Append('[').Append(character).Append(']');
            }
            else
            {
                glob.Append(character);
            }
        }

        return glob.Length * 3 <= GlobLimit ? glob.ToString() : null;
    }

    /// <summary>Whether a text follows the pattern, both as UTF-8; also where they contain NUL, at which GLOB stops.</summary>
    public static bool IsMatch(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text)
    {
        // Greedy with a single way back, to the last %: what an earlier % could take, the last one can take as well.
        var (at, place, afterAny, resume) = (0, 0, -1, 0);
        while (place < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '%')
            {
                afterAny = ++at;
                resume = place;
            }
            else if (at < pattern.Length && TakeOne(pattern, text, ref at, ref place))
            {
                // both moved on
            }
            else if (afterAny >= 0)
            {
                resume += LengthAt(text, resume);
                (at, place) = (afterAny, resume);
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].TrimStart((byte)'%').IsEmpty;
    }

    private static bool TakeOne(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text, ref int at, ref int place)
    {
        if (pattern[at] == '_')
        {
            at++;
            place += LengthAt(text, place);
            return true;
        }

        var literal = pattern[at] == '\\' && at + 1 < pattern.Length ? at + 1 : at;
        if (pattern[literal] != text[place])
        {
            return false;
        }

        at = literal + 1;
        place++;
        return true;
    }

    /// <summary>How many bytes the character has.</summary>
    private static int LengthAt(ReadOnlySpan<byte> text, int place)
    {
        _ = Rune.DecodeFromUtf8(text[place..], out _, out var length);
        return length;
    }
}
