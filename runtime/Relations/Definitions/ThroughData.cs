namespace Relations.Definitions;

/// <summary>What a new link carries besides its two keys. Generated through-data types derive from it.</summary>
/// <typeparam name="TThrough">The through model.</typeparam>
public abstract class ThroughData<TThrough> : Assignments where TThrough : class
{
    /// <summary>A through row with this data; what was not assigned has the model's own initial value. Its keys are filled in by the relation.</summary>
    internal TThrough ToRow(EntityDefinition<TThrough> definition) => definition.Make(Stored(definition));
}
