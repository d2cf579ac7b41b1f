using Relations.Definitions;
using Relations.Sessions;

namespace Relations.Repositories;

/// <summary>Reads the entity of the first row.</summary>
internal sealed class FirstSink<TEntity>(EntityDefinition<TEntity> definition) : RowSink where TEntity : class
{
    public TEntity? Entity { get; private set; }

    public override bool Accept<TReader>(ref TReader row)
    {
        Entity = definition.Read(ref row);
        return false;
    }
}
