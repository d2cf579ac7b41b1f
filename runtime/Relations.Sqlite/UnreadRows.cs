namespace Relations.Sqlite;

/// <summary>
/// Remembers that a row that was written in a transaction could not be read back: whoever wrote it was told that it failed, and SQLite keeps it. What holds such a row is not made permanent.
/// </summary>
internal sealed class UnreadRows
{
    private int savepoints;
    private Exception? problem;
    private int savepointsBefore;

    /// <summary>Whether a savepoint is set.</summary>
    public bool IsInSavepoint => savepoints > 0;

    /// <summary>A transaction begins or ends.</summary>
    public void Clear() => (savepoints, problem) = (0, null);

    /// <summary>A savepoint is set.</summary>
    public void Save() => savepoints++;

    /// <summary>The last savepoint is released.</summary>
    public void Release() => savepoints--;

    /// <summary>What was written since the last savepoint is taken back.</summary>
    public void RollbackToSavepoint()
    {
        problem = savepointsBefore >= savepoints ? null : problem;
        savepoints--;
    }

    /// <summary>A row was written that could not be read.</summary>
    public void Add(Exception problem)
    {
        if (this.problem is null)
        {
            (this.problem, savepointsBefore) = (problem, savepoints);
        }
    }

    /// <summary>Refuses to keep what was written in the transaction.</summary>
    /// <exception cref="RelationsException">There is such a row in it.</exception>
    public void RefuseCommit() => RefuseSince(0);

    /// <summary>Refuses to keep what was written since the last savepoint.</summary>
    /// <exception cref="RelationsException">There is such a row in it.</exception>
    public void RefuseRelease() => RefuseSince(savepoints);

    private void RefuseSince(int savepoint)
    {
        if (problem is not null && savepointsBefore >= savepoint)
        {
            throw new RelationsException(
                "A row that an earlier statement in the transaction wrote could not be read, so that the transaction is not committed: nothing was written. Dispose of it and begin a new one. "
                + "To go on after an error, run what may fail in a nested transaction: transaction.BeginTransactionAsync().", problem);
        }
    }
}
