using System.Buffers;
using System.Diagnostics;
using System.Text;
using Relations.Sessions;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>Prepares the statements of one connection, and keeps them.</summary>
/// <param name="handle">The connection.</param>
/// <param name="source">What error messages speak of.</param>
/// <param name="usesFunctionPointers">Whether to call SQLite's functions by their addresses.</param>
internal sealed class PreparedStatements(sqlite3 handle, SqliteSource source, bool usesFunctionPointers)
{
    private const int Capacity = 256;

    private readonly StatementCache<PreparedStatement> kept = new(Capacity, static statement => statement.Evict());

    /// <summary>How many are kept.</summary>
    public int Count => kept.Count;

    /// <summary>Finds the prepared statement, or prepares it.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="script">The rest of the text, where it has several statements: then nothing is kept.</param>
    /// <param name="cancellationToken">Cancels waiting for another's lock.</param>
    /// <returns>The statement, or null where the text is only comments.</returns>
    public PreparedStatement? Get(ReadOnlySpan<char> sql, out byte[]? script, CancellationToken cancellationToken)
    {
        script = null;
        var isKnown = kept.TryGet(sql, out var known);
        if (isKnown && !known!.IsRunning)
        {
            return known;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(sql.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(sql, buffer);
            var prepared = Prepare(buffer.AsSpan(0, length), !isKnown, out script, cancellationToken);
            if (prepared is { IsKept: true })
            {
                kept.Add(sql.ToString(), prepared);
            }

            return prepared;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Prepares the first statement of a script, which may depend on what went before, so that it could not be prepared earlier.</summary>
    public PreparedStatement? TakeFirst(ref byte[]? script, CancellationToken cancellationToken) => Prepare(script, isKept: false, out script, cancellationToken);

    /// <summary>Finalises them all.</summary>
    public void Clear() => kept.Clear();

    private PreparedStatement? Prepare(ReadOnlySpan<byte> sql, bool isKept, out byte[]? script, CancellationToken cancellationToken)
    {
        if (sql.Contains((byte)0))
        {
            throw new RelationsException("The statement's text contains NUL, where SQLite would take it to end. Pass values as parameters, and remove NUL from names.");
        }

        var flags = isKept ? (uint)raw.SQLITE_PREPARE_PERSISTENT : 0;
        var start = Stopwatch.GetTimestamp();
        var code = raw.sqlite3_prepare_v3(handle, sql, flags, out var prepared, out var rest);
        while (SqliteFailure.MayTryAgain(handle, code) && source.MayWait(Stopwatch.GetElapsedTime(start)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Thread.Sleep(1); // without WAL, another's commit keeps the schema from being read
            code = raw.sqlite3_prepare_v3(handle, sql, flags, out prepared, out rest);
        }

        if (code != raw.SQLITE_OK)
        {
            throw SqliteFailure.Of(handle, code, source);
        }

        script = rest.Trim(" \t\r\n;"u8).IsEmpty ? null : rest.ToArray();
        var keeps = isKept && script is null;
        return prepared.IsInvalid ? null
            : usesFunctionPointers ? new PointerStatement(prepared, keeps)
            : new LibraryStatement(prepared, keeps);
    }
}
