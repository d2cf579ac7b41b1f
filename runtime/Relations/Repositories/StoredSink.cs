using Relations.Definitions;
using Relations.Sessions;

namespace Relations.Repositories;

/// <summary>Reads rows as a writing statement returns them.</summary>
internal sealed class StoredSink<TEntity>(EntityDefinition<TEntity> definition) : RowSink where TEntity : class
{
    public List<TEntity> Stored { get; } = [];

    public override bool Accept<TReader>(ref TReader row)
    {
        Stored.Add(definition.Read(ref row));
        return true;
    }
}
