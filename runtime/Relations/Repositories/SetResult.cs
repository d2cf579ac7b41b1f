namespace Relations;

/// <summary>What setting a relation's links changed.</summary>
/// <param name="Added">How many targets were linked that were not before.</param>
/// <param name="Removed">How many targets are no longer linked.</param>
/// <param name="Kept">How many targets were linked before and still are.</param>
public readonly record struct SetResult(int Added, int Removed, int Kept);
