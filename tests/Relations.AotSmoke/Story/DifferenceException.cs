namespace Relations.AotSmoke.Story;

/// <summary>A step did not come out as it must.</summary>
internal sealed class DifferenceException(string message) : Exception(message);
