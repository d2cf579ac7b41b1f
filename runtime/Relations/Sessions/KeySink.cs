using Relations.Definitions;

namespace Relations.Sessions;

/// <summary>Takes a key from the first columns of each row, passing over those with a part that is null.</summary>
/// <param name="type">How the key is read.</param>
/// <param name="count">How many columns it has.</param>
internal sealed class KeySink<TKey>(KeyType<TKey> type, int count) : RowSink where TKey : notnull
{
    private readonly int[] places = [.. Enumerable.Range(0, count)];

    public List<TKey> Keys { get; } = [];

    public override bool Accept<TReader>(ref TReader row)
    {
        if (!KeyType<TKey>.IsMissing(ref row, places))
        {
            Keys.Add(type.Read(ref row, places));
        }

        return true;
    }
}
