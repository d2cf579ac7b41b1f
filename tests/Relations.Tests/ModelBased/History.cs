namespace Relations.Tests.ModelBased;

/// <summary>Steps on the tables of a family, from an empty database on.</summary>
internal sealed record History(Family Family, Step[] Steps)
{
    /// <summary>Whether each step is a transaction of its own; else all of them are one.</summary>
    public bool IsCommitted { get; init; }

    /// <summary>Histories with less in them, the greatest leaps first.</summary>
    public IEnumerable<History> Smaller()
    {
        for (var size = (Steps.Length + 1) / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2)
        {
            for (var start = 0; start < Steps.Length; start += size)
            {
                yield return this with { Steps = [.. Steps[..start], .. Steps[Math.Min(start + size, Steps.Length)..]] };
            }
        }

        for (var index = 0; index < Steps.Length; index++)
        {
            foreach (var step in Steps[index].Smaller())
            {
                yield return this with { Steps = [.. Steps[..index], step, .. Steps[(index + 1)..]] };
            }
        }
    }

    /// <summary>The smallest history found that still fails in the same way.</summary>
    /// <param name="failure">How this one fails.</param>
    /// <param name="replay">Gives a history's failure; null if it does not fail.</param>
    public async Task<(History History, Exception Failure)> ShrinkAsync(Exception failure, Func<History, Task<Exception?>> replay)
    {
        var smallest = this;
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var candidate in smallest.Smaller())
            {
                if (await replay(candidate) is { } other && IsLike(other, failure))
                {
                    (smallest, failure, isSmaller) = (candidate, other, true);
                    break;
                }
            }
        }

        return (smallest, failure);
    }

    // A filter that lacks too much is refused: another failure of the same type.
    private static bool IsLike(Exception one, Exception other) =>
        one.GetType() == other.GetType() && (one is DifferenceException || string.Equals(one.Message.Split(": ")[^1], other.Message.Split(": ")[^1], StringComparison.Ordinal));
}
