using Relations.Definitions;

namespace Relations.Sessions;

/// <summary>Receives the rows of a statement, one at a time.</summary>
public abstract class RowSink
{
    /// <summary>Reads the row that the reader stands on. Returns false to end the reading.</summary>
    public abstract bool Accept<TReader>(ref TReader row) where TReader : struct, IRowReader;
}
