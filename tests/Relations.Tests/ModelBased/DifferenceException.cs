namespace Relations.Tests.ModelBased;

/// <summary>The library did something else than the model in memory.</summary>
internal sealed class DifferenceException(string message) : Exception(message);
