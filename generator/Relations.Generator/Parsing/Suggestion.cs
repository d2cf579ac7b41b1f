namespace Relations.Generator.Parsing;

/// <summary>"Did you mean": the name most like one that does not exist.</summary>
internal static class Suggestion
{
    /// <summary>The nearest of the names, or an empty text where none is near.</summary>
    public static string For(string name, IEnumerable<string> names) =>
        names.Select(candidate => (candidate, distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => pair.distance <= Math.Max(2, name.Length / 3))
            .OrderBy(static pair => pair.distance)
            .Select(static pair => pair.candidate)
            .FirstOrDefault() ?? "";

    /// <summary>Levenshtein's distance: how many letters to insert, delete or change.</summary>
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var change = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(change, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
