namespace Relations.Sessions;

/// <summary>A running statement whose rows are read one at a time, on demand.</summary>
public abstract class RowCursor : IAsyncDisposable
{
    /// <summary>Hands the next row to the sink. Returns false, without calling it, when there is none.</summary>
    public abstract ValueTask<bool> ReadAsync(RowSink sink, CancellationToken cancellationToken);

    /// <summary>Ends the statement, also half-way.</summary>
    public abstract ValueTask DisposeAsync();
}
