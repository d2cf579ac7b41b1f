namespace Relations.Tests.ModelBased;

/// <summary>A foreign key.</summary>
internal sealed record Reference(string[] Columns, Target[] Targets, string[] Key, bool IsNullable)
{
    /// <summary>The column that names the table, where there are several.</summary>
    public string? Names { get; init; }
}
