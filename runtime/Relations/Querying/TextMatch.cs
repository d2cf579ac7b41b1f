namespace Relations.Querying;

/// <summary>How a text is searched.</summary>
public enum TextMatch
{
    /// <summary>The whole text follows a pattern: <c>%</c> is any text, <c>_</c> any one character, <c>\</c> takes the next character literally.</summary>
    Like,

    /// <summary>The text starts with another.</summary>
    StartsWith,

    /// <summary>The text ends with another.</summary>
    EndsWith,

    /// <summary>The text contains another.</summary>
    Contains,

    /// <summary>A part of the text follows a regular expression, as the database understands it. Only where the dialect has it.</summary>
    RegularExpression,
}
