using Relations.Inclusion;
using Relations.Sessions;

namespace Relations.Repositories;

/// <summary>Reads an entity from each row.</summary>
internal sealed class EntitySink<TEntity>(EntityLoader<TEntity> loader) : RowSink where TEntity : class
{
    public override bool Accept<TReader>(ref TReader row)
    {
        loader.Read(ref row);
        return true;
    }
}
