namespace Relations;

/// <summary>What a statement is for.</summary>
public enum StatementKind
{
    /// <summary>It reads or writes rows, or changes the schema.</summary>
    Rows,

    /// <summary>It begins, ends or marks a transaction.</summary>
    Transaction,
}
