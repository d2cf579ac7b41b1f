using Relations.Definitions;

namespace Relations.Sql;

/// <summary>Stands for a primary key in a text that is rendered once for all keys.</summary>
internal sealed class KeyPlaceholder(EntityDefinition definition) : Parameter
{
    public override int Count => definition.PrimaryKey.Count;

    public override void Bind<TBinder>(ref TBinder values, int first) => throw new NotSupportedException("The text is rendered without a key; it is given one when it runs.");
}
