namespace Relations.Definitions;

/// <summary>What is known of the value that a column has in a new row where nobody gives one.</summary>
internal enum InitialValue : byte
{
    Unknown,

    /// <summary>Every row has the same.</summary>
    Same,

    /// <summary>Each row has its own, such as <c>Guid.NewGuid()</c>.</summary>
    Own,
}
