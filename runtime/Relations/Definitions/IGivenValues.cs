namespace Relations.Definitions;

/// <summary>Values for some of an entity's columns, each under the place of its column. What was not given reads as the default of its type, null where it can be.</summary>
public interface IGivenValues : IRowReader
{
    /// <summary>Whether the column was given a value, be it null.</summary>
    bool IsGiven(int ordinal);
}
