namespace Relations.Definitions;

/// <summary>Values that came from outside, each under the place of its column. Not every column need be given one.</summary>
public interface IGivenValues : IRowReader
{
    /// <summary>Whether the column was given a value, be it null. What reads a value may only be called where it was.</summary>
    bool IsGiven(int ordinal);
}
