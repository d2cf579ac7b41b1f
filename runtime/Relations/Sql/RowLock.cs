namespace Relations.Sql;

/// <summary>What others may not do to rows until the transaction ends.</summary>
public enum RowLock
{
    /// <summary>Delete them: rows that refer to them are about to be written.</summary>
    Reference,

    /// <summary>Delete or change them: what belongs to them is about to be written.</summary>
    Change,

    /// <summary>Delete, change or refer to them: they are about to be deleted.</summary>
    Delete,
}
