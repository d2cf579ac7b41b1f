namespace Relations.Tests.ModelBased;

/// <summary>The rows that link two others.</summary>
/// <param name="Table">Their table.</param>
/// <param name="From">Their columns that refer to the source.</param>
/// <param name="To">Their columns that refer to the target.</param>
/// <param name="Names">Their column that names the target's table.</param>
internal sealed record Through(string Table, string[] From, string[] To, string? Names = null)
{
    /// <summary>Their column that names the source's table, and that name.</summary>
    public (string Column, string Name)? NamesSource { get; init; }
}
