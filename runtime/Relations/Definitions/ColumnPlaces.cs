namespace Relations.Definitions;

/// <summary>The columns that a writing statement names, in their order.</summary>
internal sealed class ColumnPlaces
{
    private readonly EntityDefinition entity;
    private PropertyDefinition[]? named;

    public ColumnPlaces(EntityDefinition entity, Func<PropertyDefinition, bool> isNamed)
    {
        this.entity = entity;
        Places = new int[entity.Properties.Count];
        Count = 0;
        for (var ordinal = 0; ordinal < Places.Length; ordinal++)
        {
            Places[ordinal] = isNamed(entity.Properties[ordinal]) ? Count++ : -1;
        }
    }

    /// <summary>For each column, its place among the named ones, or -1.</summary>
    public int[] Places { get; }

    public int Count { get; }

    /// <summary>The named columns in their order.</summary>
    public IReadOnlyList<PropertyDefinition> Named => named ??= [.. entity.Properties.Where(property => Places[property.Ordinal] >= 0)];

    /// <summary>Whether the same columns are named.</summary>
    public bool AreSame(ColumnPlaces others) => this == others || Places.AsSpan().SequenceEqual(others.Places);
}
