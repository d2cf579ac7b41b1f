namespace Relations;

/// <summary>Data from outside does not fit the entity, patch or through data that was to be made of it: nothing was written. All that is wrong is in <see cref="ConstraintException.Problems"/>.</summary>
public sealed class InvalidBodyException : ConstraintException
{
    /// <summary>Makes the error.</summary>
    /// <param name="problems">Everything that is wrong, at least one thing.</param>
    public InvalidBodyException(IReadOnlyList<InputProblem> problems) : base(Text(problems), problems) { }

    internal InvalidBodyException(InputProblem problem, Exception inner) : base(problem.ToString(), inner, [problem]) { }

    private static string Text(IReadOnlyList<InputProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return string.Join(" ", problems);
    }
}
