using Relations.Definitions;
using Relations.Sessions;

namespace Relations.Repositories;

/// <summary>Reads an entity from each row.</summary>
internal sealed class ListSink<TEntity>(EntityDefinition<TEntity> definition) : RowSink where TEntity : class
{
    public List<TEntity> Entities { get; } = [];

    public override bool Accept<TReader>(ref TReader row)
    {
        Entities.Add(definition.Read(ref row));
        return true;
    }
}
