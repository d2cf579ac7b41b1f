namespace Relations.Querying.Json;

/// <summary>Collects what is wrong with a filter.</summary>
internal sealed class FilterProblems
{
    /// <summary>Nobody reads more, and a hostile filter could have any number.</summary>
    private const int Most = 100;

    private readonly List<InputProblem> problems = [];

    public bool IsEmpty => problems.Count == 0;

    public IReadOnlyList<InputProblem> All => problems;

    public void Add(FilterPath path, string message)
    {
        if (problems.Count < Most)
        {
            problems.Add(new(path.ToString(), message));
        }
    }

    /// <summary>Adds what others have found: of a scope that is bound for each type of target, most finds the same.</summary>
    public void Add(FilterProblems others) => problems.AddRange(others.problems.Except(problems).Take(Most - problems.Count));

    /// <summary>Ends what cannot go on.</summary>
    /// <exception cref="InvalidFilterException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (problems.Count > 0)
        {
            throw new InvalidFilterException(problems);
        }
    }
}
