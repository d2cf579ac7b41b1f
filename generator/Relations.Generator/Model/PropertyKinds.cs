namespace Relations.Generator.Model;

/// <summary>The members of <c>Relations.Definitions.PropertyKinds</c>, by the same names.</summary>
[Flags]
internal enum PropertyKinds
{
    None = 0,
    PrimaryKey = 1,
    Generated = 2,
    Nullable = 4,
    Unique = 8,
    Concurrency = 16,
    Computed = 32,
    NotFilterable = 64,
}
