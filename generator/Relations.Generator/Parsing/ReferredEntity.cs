namespace Relations.Generator.Parsing;

/// <summary>An entity by its names.</summary>
/// <param name="Name">The simple name.</param>
/// <param name="FullName">The full name in C#.</param>
internal sealed record ReferredEntity(string Name, string FullName);
