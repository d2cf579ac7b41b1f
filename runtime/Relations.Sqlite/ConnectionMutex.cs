using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>
/// The lock of one connection, which every function of SQLite takes and gives back. Held around a whole statement, those inside cost
/// no more than a count; and values that are read meanwhile are "protected" as SQLite's documentation wants it (sqlite.org/c3ref/value.html).
/// It belongs to a thread: never wait for a task while it is held.
/// </summary>
internal readonly unsafe struct ConnectionMutex
{
    private readonly nint mutex;

    /// <summary>The lock of a connection. Where functions are not called by their addresses, holding it does nothing.</summary>
    public ConnectionMutex(sqlite3 connection, bool usesFunctionPointers) =>
        mutex = usesFunctionPointers ? SqliteLibrary.DbMutex(connection.DangerousGetHandle()) : 0;

    public Hold Enter() => new(mutex);

    /// <summary>The time for which the lock is held.</summary>
    internal readonly ref struct Hold
    {
        private readonly nint mutex;

        public Hold(nint mutex)
        {
            this.mutex = mutex;
            if (mutex != 0)
            {
                SqliteLibrary.MutexEnter(mutex);
            }
        }

        public void Dispose()
        {
            if (mutex != 0)
            {
                SqliteLibrary.MutexLeave(mutex);
            }
        }
    }
}
