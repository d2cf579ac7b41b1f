namespace Relations.Sessions;

/// <summary>Tells whether there is a row.</summary>
internal sealed class PresenceSink : RowSink
{
    public bool HasRows { get; private set; }

    public override bool Accept<TReader>(ref TReader row) => HasRows = true;
}
