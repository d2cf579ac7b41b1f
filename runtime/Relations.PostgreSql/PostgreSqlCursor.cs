using Npgsql;
using Relations.Sessions;

namespace Relations.PostgreSql;

/// <summary>A running command whose rows are read on demand.</summary>
internal sealed class PostgreSqlCursor(NpgsqlCommand command, NpgsqlDataReader reader) : RowCursor
{
    private bool hasEnded;

    /// <inheritdoc/>
    public override async ValueTask<bool> ReadAsync(RowSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        try
        {
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                hasEnded = true;
                return false;
            }

            var row = new PostgreSqlRow(reader);
            sink.Accept(ref row);
            return true;
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            throw PostgreSqlFailure.Of(problem, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await using var disposal = command.ConfigureAwait(false);
        try
        {
            if (!hasEnded && !reader.IsClosed)
            {
                command.Cancel(); // what is left of the rows is not wanted; it takes a connection of its own
            }

            await reader.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception problem) when (PostgreSqlFailure.IsKnown(problem))
        {
            // Nobody waits for the rows that are left, and an error of the caller's own would be lost for it. The connection is not used again.
        }
    }
}
