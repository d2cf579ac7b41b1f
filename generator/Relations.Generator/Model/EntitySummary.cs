namespace Relations.Generator.Model;

/// <summary>What the project's model needs to know of an entity: its name alone.</summary>
internal sealed record EntitySummary(string Namespace, string Name, Visibility Visibility);
