namespace Relations.Sessions;

/// <summary>Lets the operations of a session that were started at the same time run one after the other.</summary>
internal sealed class Turn
{
    /// <summary>The operations whose callers' code runs right now, the innermost first.</summary>
    private static readonly AsyncLocal<Operation?> callers = new();

    private readonly SemaphoreSlim free = new(1, 1);
    private long number;

    /// <summary>Waits until no other operation runs.</summary>
    /// <exception cref="InvalidOperationException">The operation that runs is waiting for the caller: neither would ever end.</exception>
    public async ValueTask TakeAsync(CancellationToken cancellationToken)
    {
        if (!free.Wait(0, CancellationToken.None))
        {
            RefuseCaller();
            await free.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        number++;
    }

    /// <summary>Ends the operation.</summary>
    public void Release() => free.Release();

    /// <summary>Says that the operation that runs now calls code of the user's, until the calling asynchronous method returns.</summary>
    public void CallUser() => callers.Value = new(this, number, callers.Value);

    private void RefuseCaller()
    {
        for (var caller = callers.Value; caller is not null; caller = caller.Outer)
        {
            if (caller.Turn == this && caller.Number == number)
            {
                throw new InvalidOperationException(
                    "An operation cannot be run from inside another one of the same transaction, which waits for it: read the rows to the end first, and have an inclusion resolver use the session that it is given.");
            }
        }
    }

    private sealed record Operation(Turn Turn, long Number, Operation? Outer);
}
