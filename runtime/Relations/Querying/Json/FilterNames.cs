namespace Relations.Querying.Json;

/// <summary>What a message says about a name that is not known.</summary>
internal static class FilterNames
{
    private const int Longest = 128;

    /// <summary>Whether a name is longer than any that could be meant. It would make every path below it long, too.</summary>
    public static bool IsTooLong(string name, FilterPath path, FilterProblems problems)
    {
        if (name.Length <= Longest)
        {
            return false;
        }

        problems.Add(path, $"{FilterValue.Quote(name)} is a name of {name.Length} characters; {Longest} are allowed");
        return true;
    }

    /// <summary>What was not known, with the known name that is most like it, or else all of them.</summary>
    /// <param name="what">What is unknown, such as <c>operator</c>.</param>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The known names.</param>
    public static string Unknown(string what, string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        var nearest = names.Select(candidate => (Name: candidate, Distance: Distance(name, candidate))).OrderBy(static candidate => candidate.Distance).FirstOrDefault();
        var hint = names.Count == 0
            ? "there is none"
            : name.Length <= Longest && nearest.Distance <= Math.Min(3, (name.Length + 1) / 2)
                ? $"did you mean {FilterValue.Quote(nearest.Name)}?"
                : $"known: {string.Join(", ", names.Select(FilterValue.Quote))}";
        return $"unknown {what} {FilterValue.Quote(name)}; {hint}";
    }

    /// <summary>How many characters must be changed, added or left out to turn one name into the other, whatever their case (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        if (one.Length > Longest)
        {
            return int.MaxValue;
        }

        var previous = new int[other.Length + 1];
        var current = new int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = char.ToUpperInvariant(one[row - 1]) == char.ToUpperInvariant(other[column - 1]) ? 0 : 1;
                current[column] = Math.Min(previous[column - 1] + change, 1 + Math.Min(previous[column], current[column - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[other.Length];
    }
}
