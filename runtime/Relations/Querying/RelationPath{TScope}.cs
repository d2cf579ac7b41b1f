namespace Relations.Querying;

/// <summary>A relation as a query lambda sees it.</summary>
/// <typeparam name="TScope">What the second lambda of Include gets.</typeparam>
public abstract class RelationPath<TScope> : RelationPath
{
    private protected RelationPath(TableAlias table, int relation) : base(table, relation) { }

    /// <summary>What an inclusion of this relation wants before its lambda has asked for anything.</summary>
    internal abstract TScope StartScope();

    /// <summary>What a scope wants after its lambda.</summary>
    internal abstract QuerySpecification SpecificationOf(TScope scope);
}
