using System.Globalization;

namespace Relations.PostgreSql;

/// <summary>Refuses texts that UTF-8 cannot express, before Npgsql has begun with a command.</summary>
internal static class SurrogatePairs
{
    /// <summary>Passes only texts that UTF-8 can express.</summary>
    /// <exception cref="ConstraintException">The text has half of a pair.</exception>
    public static void Require(string text)
    {
        var place = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff');
        for (; place >= 0 && place < text.Length; place++)
        {
            if (!char.IsSurrogate(text[place]))
            {
                continue;
            }

            if (!char.IsSurrogatePair(text, place))
            {
                throw new ConstraintException(string.Create(
                    CultureInfo.InvariantCulture, $"The text has half of a surrogate pair (U+{(int)text[place]:X4}) at position {place}, which cannot be stored as UTF-8. Remove it, or store the text as byte[]."));
            }

            place++;
        }
    }
}
