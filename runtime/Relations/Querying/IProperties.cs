namespace Relations.Querying;

/// <summary>What a query lambda gets: a column for each property, a path for each relation. Implemented by generated types.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IProperties<TSelf> where TSelf : struct, IProperties<TSelf>
{
    /// <summary>The properties of one occurrence of the table.</summary>
    static abstract TSelf Of(TableAlias table);
}
