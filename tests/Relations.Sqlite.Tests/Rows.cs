using Relations.Definitions;
using Relations.Sessions;

namespace Relations.Sqlite.Tests;

/// <summary>Reads through the native path, as the repositories do.</summary>
internal static class Rows
{
    public static ValueTask<List<T>> ReadAsync<T>(this Session session, SqlStatement sql, RowReading<T> read, CancellationToken cancellationToken = default) =>
        session.RunAsync(
            Access.Read,
            (sql: sql.ToStatement(session.Dialect), read),
            static async (connection, state, cancel) =>
            {
                var sink = new Sink<T>(state.read);
                await connection.ReadAsync(state.sql, sink, cancel);
                return sink.Rows;
            },
            cancellationToken);

    /// <summary>Reads one row.</summary>
    public delegate T RowReading<T>(IRowReader row);

    private sealed class Sink<T>(RowReading<T> read) : RowSink
    {
        public List<T> Rows { get; } = [];

        public override bool Accept<TReader>(ref TReader row)
        {
            Rows.Add(read(row));
            return true;
        }
    }
}
