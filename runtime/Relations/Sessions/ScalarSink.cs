using Relations.Definitions;

namespace Relations.Sessions;

/// <summary>Takes a number from the first row.</summary>
internal sealed class ScalarSink : RowSink
{
    public long Value { get; private set; }

    public override bool Accept<TReader>(ref TReader row)
    {
        Value = row.GetInt64(0);
        return false;
    }
}
