namespace Clinic.Api;

/// <summary>How many rows were changed or deleted, or links removed.</summary>
internal sealed record Counted(int Count);
