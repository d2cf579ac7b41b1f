using System.Text.Json.Nodes;

namespace Relations.Tests.ModelBased;

/// <summary>A row of a target, and the link that leads to it.</summary>
internal sealed record Candidate(Target Target, JsonObject Row, JsonObject? Link);
