namespace Relations.Sessions;

/// <summary>Counts rows.</summary>
internal sealed class CountSink : RowSink
{
    public int Count { get; private set; }

    public override bool Accept<TReader>(ref TReader row)
    {
        Count++;
        return true;
    }
}
