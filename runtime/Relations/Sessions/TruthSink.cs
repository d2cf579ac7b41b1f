namespace Relations.Sessions;

/// <summary>Takes a truth value from the first row.</summary>
internal sealed class TruthSink : RowSink
{
    public bool Value { get; private set; }

    public override bool Accept<TReader>(ref TReader row)
    {
        Value = row.GetBoolean(0);
        return false;
    }
}
