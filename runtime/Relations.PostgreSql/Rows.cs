using Npgsql;
using Relations.Sessions;

namespace Relations.PostgreSql;

/// <summary>Hands rows over.</summary>
internal static class Rows
{
    /// <summary>Hands every row of the reader's statement to the sink, until the sink has enough. Nothing is waited for while rows are there.</summary>
    public static async ValueTask ReadAsync(NpgsqlDataReader reader, RowSink sink, CancellationToken cancellationToken)
    {
        var row = new PostgreSqlRow(reader);
        while (true)
        {
            var reading = reader.ReadAsync(cancellationToken);
            var isThere = reading.IsCompletedSuccessfully ? reading.Result : await reading.ConfigureAwait(false);
            if (!isThere || !sink.Accept(ref row))
            {
                return;
            }
        }
    }
}
