namespace Relations;

/// <summary>One thing that is wrong with data from outside.</summary>
/// <param name="Path">Where: a JSON pointer such as <c>/birthYear</c>; empty for the whole.</param>
/// <param name="Message">What is wrong.</param>
public readonly record struct InputProblem(string Path, string Message);
