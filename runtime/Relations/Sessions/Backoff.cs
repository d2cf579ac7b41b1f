namespace Relations.Sessions;

/// <summary>How long to wait before something runs once more that met others: longer each time, and not as long as they do.</summary>
internal static class Backoff
{
    private const int FirstMilliseconds = 10;
    private const int MostDoublings = 6;

    /// <summary>Waits.</summary>
    /// <param name="runs">How often it has run.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    public static Task WaitAsync(int runs, CancellationToken cancellationToken)
    {
        var longest = FirstMilliseconds << Math.Min(runs, MostDoublings);
#pragma warning disable CA5394 // no secret depends on it
        return Task.Delay(Random.Shared.Next(longest / 2, longest), cancellationToken);
#pragma warning restore CA5394
    }
}
