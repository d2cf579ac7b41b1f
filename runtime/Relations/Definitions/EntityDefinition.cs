namespace Relations.Definitions;

/// <summary>The facts of one entity: its table, columns, keys and relations.</summary>
public abstract class EntityDefinition
{
    private readonly PropertyDefinition[] properties;
    private readonly RelationDefinition[] relations;
    private readonly Dictionary<string, PropertyDefinition> propertiesByName;
    private InitialValue[]? initialValues;
    private ColumnPlaces? allColumns;
    private ColumnPlaces? columnsWithoutGenerated;
    private ColumnPlaces? updatedColumns;
    private PropertyDefinition[]? concurrencyTokens;

    private protected EntityDefinition(string name, string table, string? schema, PropertyDefinition[] properties, string[]? primaryKey, string[][]? unique, RelationDefinition[] relations)
    {
        Name = name;
        Table = table;
        Schema = schema;
        this.properties = properties;
        this.relations = relations;
        propertiesByName = new(properties.Length, StringComparer.Ordinal);
        for (var ordinal = 0; ordinal < properties.Length; ordinal++)
        {
            properties[ordinal].Ordinal = ordinal;
            propertiesByName.Add(properties[ordinal].Name, properties[ordinal]);
        }

        for (var index = 0; index < relations.Length; index++)
        {
            relations[index].Attach(this, index);
        }

        PrimaryKey = primaryKey is null ? Array.FindAll(properties, static property => property.Is(PropertyKinds.PrimaryKey)) : Array.ConvertAll(primaryKey, Property);
        Unique =
        [
            .. properties.Where(static property => property.Is(PropertyKinds.Unique)).Select(static property => (IReadOnlyList<PropertyDefinition>)[property]),
            .. (unique ?? []).Select(names => (IReadOnlyList<PropertyDefinition>)Array.ConvertAll(names, Property)),
        ];
        Relations = relations.ToDictionary(static relation => relation.Name, StringComparer.Ordinal);
    }

    /// <summary>The entity's name in C#.</summary>
    public string Name { get; }

    /// <summary>The entity's type in C#.</summary>
    public abstract Type Type { get; }

    /// <summary>The table's name.</summary>
    public string Table { get; }

    /// <summary>The table's schema, or null for the connection's own.</summary>
    public string? Schema { get; }

    /// <summary>The properties that have a column, in the order in which a row is read.</summary>
    public IReadOnlyList<PropertyDefinition> Properties => properties;

    /// <summary>The primary key's properties, in the key's order.</summary>
    public IReadOnlyList<PropertyDefinition> PrimaryKey { get; }

    /// <summary>The sets of properties that are unique together, the primary key left out.</summary>
    public IReadOnlyList<IReadOnlyList<PropertyDefinition>> Unique { get; }

    /// <summary>The relations by name.</summary>
    public IReadOnlyDictionary<string, RelationDefinition> Relations { get; }

    /// <summary>The property with this name in C#.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public PropertyDefinition Property(string name) =>
        propertiesByName.TryGetValue(name, out var property) ? property : throw new ArgumentException($"{Name} has no property '{name}'.", nameof(name));

    /// <summary>The properties of a key whose names are separated by commas.</summary>
    internal IReadOnlyList<PropertyDefinition> PropertiesOf(string key) => Array.ConvertAll(key.Split(',', StringSplitOptions.TrimEntries), Property);

    /// <summary>What data from outside may say: of the entity, its patch, and the through data and shared patches of its relations.</summary>
    internal virtual IEnumerable<BodyDefinition> Bodies()
    {
        foreach (var relation in relations.OfType<HasManyDefinition>())
        {
            if (relation.Target is PolymorphicTarget { Patch: { } patch } target)
            {
                yield return BodyDefinition.OfPatch(target, patch);
            }

            if (relation.Through is { Data: { } data } through)
            {
                yield return BodyDefinition.OfThroughData(through, data);
            }
        }
    }

    /// <summary>The facts of a column. How it is stored follows from the type and its mapping.</summary>
    /// <typeparam name="T">The property's type in C#, without <see cref="System.Nullable{T}"/>.</typeparam>
    /// <param name="name">The property's name in C#.</param>
    /// <param name="column">The column's name; null for the property's.</param>
    /// <param name="key">Whether it is part of the primary key.</param>
    /// <param name="generated">Whether the database makes a value when a new row brings none.</param>
    /// <param name="nullable">Whether the column may be null.</param>
    /// <param name="unique">Whether no two rows have the same value.</param>
    /// <param name="concurrency">Whether it tells that a row was changed since it was read.</param>
    /// <param name="computed">Whether the database computes the value.</param>
    /// <param name="filterable">Whether filters that come from outside may name it.</param>
    /// <param name="required">Whether whoever makes an entity must give a value.</param>
    /// <param name="json">Whether JSON shows and sets it.</param>
    /// <param name="settable">Whether JSON may set it: its setter can be seen, and it has no <c>[JsonIgnore(Condition = WhenReading)]</c>.</param>
    /// <param name="maxLength">The greatest length of a text (in characters) or of bytes; 0 for no bound.</param>
    /// <param name="mapping">How a strong type, or an enum that is stored by name, is stored.</param>
    /// <param name="jsonName">The name that <c>[JsonPropertyName]</c> gives it.</param>
    /// <param name="typeName">The type that <c>[Column(TypeName = "…")]</c> names.</param>
    protected static PropertyDefinition Column<T>(
        string name,
        string? column = null,
        bool key = false,
        bool generated = false,
        bool nullable = false,
        bool unique = false,
        bool concurrency = false,
        bool computed = false,
        bool filterable = true,
        bool required = false,
        bool json = true,
        bool settable = true,
        int maxLength = 0,
        ValueMapping<T>? mapping = null,
        string? jsonName = null,
        string? typeName = null)
    {
        var kinds = (key ? PropertyKinds.PrimaryKey : 0)
            | (generated ? PropertyKinds.Generated : 0)
            | (nullable ? PropertyKinds.Nullable : 0)
            | (unique ? PropertyKinds.Unique : 0)
            | (concurrency ? PropertyKinds.Concurrency : 0)
            | (computed ? PropertyKinds.Computed : 0)
            | (filterable && json ? 0 : PropertyKinds.NotFilterable) // what JSON never shows must not be found out by conditions
            | (required ? PropertyKinds.Required : 0)
            | (json ? 0 : PropertyKinds.JsonIgnored)
            | (settable ? 0 : PropertyKinds.Unsettable);
        return new(name, column ?? name, typeof(T), mapping?.ColumnType ?? ColumnTypes.Of(typeof(T)), kinds, maxLength, mapping, jsonName, typeName);
    }

    /// <summary>Whether a relation was included into an entity whose type only the derived definition knows.</summary>
    internal abstract bool IsLoaded(object entity, RelationDefinition relation);

    internal RelationDefinition RelationAt(int index) => relations[index];

    internal ReadOnlySpan<RelationDefinition> AllRelations => relations;

    internal ReadOnlySpan<PropertyDefinition> AllProperties => properties;

    /// <summary>What has been found out of each column's initial value.</summary>
    internal InitialValue[] InitialValues => initialValues ??= new InitialValue[properties.Length];

    /// <summary>Whether no two rows have the same values in these properties together.</summary>
    internal bool IsUnique(IReadOnlyList<PropertyDefinition> together)
    {
        if (Covers(PrimaryKey, together))
        {
            return true;
        }

        foreach (var set in Unique)
        {
            if (Covers(set, together))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether just these properties are declared to be unique together.</summary>
    internal bool DeclaresUnique(IReadOnlyList<PropertyDefinition> together)
    {
        return AreThese(PrimaryKey) || Unique.Any(AreThese);

        bool AreThese(IReadOnlyList<PropertyDefinition> set) => set.Count == together.Count && together.All(set.Contains);
    }

    /// <summary>Whether the database fills in a column of a new row.</summary>
    internal bool HasGenerated => ColumnsWithoutGenerated.Count < AllColumns.Count;

    /// <summary>Whether it fills in a single one.</summary>
    internal bool HasOneGenerated => ColumnsWithoutGenerated.Count == AllColumns.Count - 1;

    /// <summary>The primary key, where it is a Guid that users make: the database does not, and it is not the key of another row.</summary>
    internal PropertyDefinition? OwnGuidKey =>
        PrimaryKey is [{ ColumnType: ColumnType.Guid } key] && !key.Is(PropertyKinds.Generated | PropertyKinds.Computed)
            && !Array.Exists(relations, relation => relation.Type == RelationType.BelongsTo && relation.KeyFromProperties.Contains(key))
            ? key
            : null;

    /// <summary>The columns of a new row that brings its own generated values.</summary>
    internal ColumnPlaces AllColumns => allColumns ??= new(this, static property => !property.Is(PropertyKinds.Computed));

    /// <summary>The columns of a new row for which the database generates values.</summary>
    internal ColumnPlaces ColumnsWithoutGenerated => columnsWithoutGenerated ??= new(this, static property => !property.Is(PropertyKinds.Computed | PropertyKinds.Generated));

    /// <summary>The columns that an update writes.</summary>
    internal ColumnPlaces UpdatedColumns => updatedColumns ??= new(this, static property => !property.Is(PropertyKinds.Computed | PropertyKinds.PrimaryKey | PropertyKinds.Concurrency));

    /// <summary>The integers that tell whether a row was changed since it was read.</summary>
    /// <exception cref="NotSupportedException">Another type is declared to be one.</exception>
    internal IReadOnlyList<PropertyDefinition> ConcurrencyTokens => concurrencyTokens ??= [.. properties.Where(static property => property.Is(PropertyKinds.Concurrency)).Select(AsToken)];

    /// <summary>A parameter for a primary key whose type only the derived definition knows.</summary>
    internal abstract Parameter KeyParameterOf(object key);

    private PropertyDefinition AsToken(PropertyDefinition property) =>
        property.ColumnType is >= ColumnType.SByte and <= ColumnType.UInt64
            ? property
            : throw new NotSupportedException($"{Name}.{property.Name} cannot tell whether its row was changed: [ConcurrencyCheck] and [Timestamp] need an integer property.");

    private static bool Covers(IReadOnlyList<PropertyDefinition> unique, IReadOnlyList<PropertyDefinition> together)
    {
        foreach (var property in unique)
        {
            if (!together.Contains(property))
            {
                return false;
            }
        }

        return true;
    }
}
