using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>An entity's columns and key, with their symbols: what a relation needs to know of the entities that it joins.</summary>
internal sealed class EntityShape(INamedTypeSymbol type)
{
    /// <summary>The same shape, to be changed by itself.</summary>
    public EntityShape(EntityShape other) : this(other.Type)
    {
        Visibility = other.Visibility;
        Caution = other.Caution;
        Cautions.Add(other.Cautions);
        Columns = other.Columns;
        WithoutColumn = other.WithoutColumn;
        Key = other.Key;
        Construction = other.Construction;
        IsRefused = other.IsRefused;
        Read = other.Read;
        Unique.AddRange(other.Unique);
        Relations.AddRange(other.Relations);
        Problems.AddRange(other.Problems);
    }

    public INamedTypeSymbol Type { get; } = type;

    /// <summary>The entity that has the columns: the type itself, or the first of the entities for which it stands.</summary>
    public INamedTypeSymbol Holder { get; init; } = type;

    public Visibility Visibility { get; set; }

    /// <summary>What the entity itself warns of.</summary>
    public CautionModel? Caution { get; set; }

    /// <summary>What the entity and its members warn of, as far as emitted code mentions them.</summary>
    public Cautions Cautions { get; } = new();

    public List<ColumnShape> Columns { get; set; } = [];

    /// <summary>The properties that have no column, and why.</summary>
    public Dictionary<string, string> WithoutColumn { get; set; } = [];

    /// <summary>The primary key's columns, in the key's order.</summary>
    public List<ColumnShape> Key { get; set; } = [];

    public ConstructionModel? Construction { get; set; }

    /// <summary>The sets of properties that are unique together, named on the entity.</summary>
    public List<string[]> Unique { get; } = [];

    /// <summary>The relation properties, inherited ones included.</summary>
    public List<RelationDeclaration> Relations { get; } = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>The types that were looked into to find all this.</summary>
    public IReadOnlyCollection<INamedTypeSymbol> Read { get; set; } = [];

    /// <summary>Whether a repository and its types are emitted for it.</summary>
    public bool IsMapped => Construction is not null && Key.Count > 0 && !IsRefused;

    /// <summary>Whether the type is of a kind that no repository can be emitted for.</summary>
    public bool IsRefused { get; set; }

    public ColumnShape? Column(string? name) => name is null ? null : Columns.Find(column => column.Name == name);

    /// <summary>The key with these names, or null where one of them is no column, or two are the same.</summary>
    public KeyShape? KeyOf(IEnumerable<string> names)
    {
        var columns = names.Select(Column).ToList();
        return columns.Contains(null) || columns.Distinct().Count() < columns.Count ? null : new KeyShape([.. columns.OfType<ColumnShape>()]);
    }

    /// <summary>Whether no two rows have the same values in all of these columns.</summary>
    public bool IsUnique(IEnumerable<ColumnShape> columns)
    {
        var all = columns.ToList();
        return Covers(Key.Select(static column => column.Name)) || Unique.Exists(Covers) || all.Exists(static column => column.Model.Is(PropertyKinds.Unique));

        bool Covers(IEnumerable<string> together) => together.Any() && together.All(name => all.Exists(column => column.Name == name));
    }
}
