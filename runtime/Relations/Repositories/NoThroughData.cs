namespace Relations;

/// <summary>The through data of a relation whose through row carries nothing but its two keys.</summary>
public sealed record NoThroughData;
