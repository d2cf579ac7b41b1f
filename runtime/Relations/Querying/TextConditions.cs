using Relations.Querying;

namespace Relations;

/// <summary>Conditions that only text has. Without <c>ignoreCase</c>, texts are compared character by character; with it, as <see cref="StringComparison.OrdinalIgnoreCase"/> does.</summary>
public static class TextConditions
{
    extension(Column<string> column)
    {
        /// <summary>The text follows the pattern: <c>%</c> is any text, <c>_</c> any one character, <c>\</c> takes the next character literally.</summary>
        public Condition Like(string pattern, bool ignoreCase = false) => Match(column, TextMatch.Like, pattern, ignoreCase, negated: false);

        /// <summary>The text is not null and does not follow the pattern: <c>%</c> is any text, <c>_</c> any one character, <c>\</c> takes the next character literally.</summary>
        public Condition NotLike(string pattern, bool ignoreCase = false) => Match(column, TextMatch.Like, pattern, ignoreCase, negated: true);

        /// <summary>The text starts with this one.</summary>
        public Condition StartsWith(string text, bool ignoreCase = false) => Match(column, TextMatch.StartsWith, text, ignoreCase, negated: false);

        /// <summary>The text ends with this one.</summary>
        public Condition EndsWith(string text, bool ignoreCase = false) => Match(column, TextMatch.EndsWith, text, ignoreCase, negated: false);

        /// <summary>The text contains this one.</summary>
        public Condition Contains(string text, bool ignoreCase = false) => Match(column, TextMatch.Contains, text, ignoreCase, negated: false);
    }

    private static Condition Match(Column column, TextMatch match, string text, bool ignoreCase, bool negated)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(new TextNode(column.Checked(), match, text, ignoreCase, negated));
    }
}
