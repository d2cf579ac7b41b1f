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
        if (!hasEnded && !reader.IsClosed)
        {
            command.Cancel(); // what is left of the rows is not wanted; it takes a connection of its own
        }

        await reader.DisposeAsync().ConfigureAwait(false);
        await command.DisposeAsync().ConfigureAwait(false);
    }
}
