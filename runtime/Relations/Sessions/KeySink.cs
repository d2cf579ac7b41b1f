using Relations.Definitions;

namespace Relations.Sessions;

/// <summary>Takes a key from the first column of each row, passing over nulls.</summary>
internal sealed class KeySink<TKey> : RowSink where TKey : notnull
{
    public List<TKey> Keys { get; } = [];

    public override bool Accept<TReader>(ref TReader row)
    {
        if (!row.IsNull(0))
        {
            Keys.Add(ColumnValue.Read<TReader, TKey>(ref row, 0));
        }

        return true;
    }
}
