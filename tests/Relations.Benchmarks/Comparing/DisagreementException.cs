namespace Relations.Benchmarks.Comparing;

/// <summary>Contenders came to different results.</summary>
internal sealed class DisagreementException(string message) : Exception(message);
