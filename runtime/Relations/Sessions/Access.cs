namespace Relations.Sessions;

/// <summary>What an operation does to the database.</summary>
[Flags]
public enum Access
{
    /// <summary>Reads, in one statement.</summary>
    Read = 0,

    /// <summary>Writes.</summary>
    Write = 1,

    /// <summary>Takes several statements that belong together: one transaction, so that all of them see the same data and take effect together or not at all.</summary>
    Atomic = 2,

    /// <summary>Runs once whatever happens: the user's own statements, of which only the user knows what they do when they run again.</summary>
    Once = 4,
}
