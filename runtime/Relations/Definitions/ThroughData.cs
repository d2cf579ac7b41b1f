namespace Relations.Definitions;

/// <summary>What a new link carries besides its two keys. Generated through-data types derive from it.</summary>
/// <typeparam name="TThrough">The through model.</typeparam>
public abstract class ThroughData<TThrough> : Assignments where TThrough : class;
