namespace Relations.Generator;

/// <summary>The names of the pipeline's steps, by which tests ask whether a step was cached.</summary>
internal static class TrackingNames
{
    public const string Tracked = nameof(Tracked);
    public const string Entities = nameof(Entities);
    public const string Summaries = nameof(Summaries);
    public const string Project = nameof(Project);
}
