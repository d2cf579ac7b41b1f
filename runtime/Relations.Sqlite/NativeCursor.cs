using Relations.Sessions;

namespace Relations.Sqlite;

/// <summary>A prepared statement whose rows are stepped to on demand.</summary>
/// <param name="connection">Where it runs.</param>
/// <param name="runner">What steps through it.</param>
/// <param name="prepared">The statement.</param>
/// <param name="observation">What tells of it, until it has ended.</param>
internal sealed class NativeCursor(NativeConnection connection, StatementRunner runner, PreparedStatement prepared, Observation? observation) : RowCursor
{
    private PreparedStatement? running = prepared;

    /// <inheritdoc/>
    public override ValueTask<bool> ReadAsync(RowSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        cancellationToken.ThrowIfCancellationRequested();
        if (running is not { } statement)
        {
            return new(false);
        }

        try
        {
            using var interrupt = runner.InterruptBy(cancellationToken);
            if (runner.Step(statement, cancellationToken))
            {
                _ = statement.Give(sink);
                return new(true);
            }
        }
        catch (Exception problem) when (observation?.Fails(problem) is true)
        {
            throw;
        }

        Close(); // stepping on would start over
        return new(false);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Close();
        return default;
    }

    public void Close()
    {
        if (running is { } statement)
        {
            running = null;
            statement.Finish();
            connection.Forget(this);
            observation?.Dispose();
        }
    }
}
