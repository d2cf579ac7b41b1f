using Relations.Definitions;

namespace Relations.Schema;

/// <summary>One entity's table: its foreign keys and indexes, as the relations of the whole model ask for them.</summary>
internal sealed class TableSchema
{
    private readonly List<ForeignKey> foreignKeys = [];
    private readonly List<TableIndex> indexes = [];

    private TableSchema(EntityDefinition entity) => Entity = entity;

    public EntityDefinition Entity { get; }

    public IReadOnlyList<ForeignKey> ForeignKeys => foreignKeys;

    public IReadOnlyList<TableIndex> Indexes => indexes;

    /// <summary>The tables of a model; a table comes after those it refers to, unless they refer to each other.</summary>
    public static IReadOnlyList<TableSchema> Of(ModelDefinition model)
    {
        var others = OthersOf(model);
        var tables = model.Entities.Concat(others).ToDictionary(static entity => entity, static entity => new TableSchema(entity));
        foreach (var relation in tables.Keys.SelectMany(static entity => entity.Relations.Values))
        {
            AddForeignKeys(tables, relation);
        }

        foreach (var table in tables.Values)
        {
            foreach (var unique in table.Entity.Unique)
            {
                table.AddIndex(unique, isUnique: true);
            }
        }

        foreach (var key in tables.Values.SelectMany(static table => table.foreignKeys).ToList())
        {
            // Databases refuse a foreign key to a column that is not unique.
            tables.GetValueOrDefault(key.Target)?.AddIndex(key.Key, isUnique: true);
        }

        RemoveShared(tables);

        foreach (var through in model.Entities.SelectMany(static entity => entity.Relations.Values).OfType<HasManyDefinition>().Select(static relation => relation.Through))
        {
            if (through is not null && tables.TryGetValue(through.Model, out var table))
            {
                table.AddIndex(through.Pair, isUnique: false);
                table.AddIndex(through.ReversePair, isUnique: false);
            }
        }

        foreach (var relation in model.Entities.SelectMany(static entity => entity.Relations.Values).Where(static relation => relation.Polymorphic is not null))
        {
            var (entity, foreignKey) = relation.Type == RelationType.BelongsTo ? (relation.Source, relation.KeyFromProperties) : (relation.Target, relation.KeyToProperties);
            tables.GetValueOrDefault(entity)?.AddIndex([.. foreignKey, entity.Property(relation.Polymorphic!.Property)], isUnique: false);
        }

        foreach (var table in tables.Values)
        {
            foreach (var key in table.foreignKeys)
            {
                table.AddIndex(key.Properties, isUnique: false);
            }
        }

        return [.. InOrder(tables).Where(table => !others.Contains(table.Entity))];
    }

    /// <summary>The entities of a model, and those of others to which its foreign keys refer.</summary>
    public static List<EntityDefinition> EntitiesOf(ModelDefinition model, IReadOnlyList<TableSchema> tables) =>
        [.. model.Entities, .. tables.SelectMany(static table => table.ForeignKeys).Select(static key => key.Target).Except(model.Entities).Distinct()];

    /// <summary>The same without foreign keys to views, to which none can refer.</summary>
    public TableSchema Without(IReadOnlySet<EntityDefinition> views)
    {
        var schema = new TableSchema(Entity);
        schema.foreignKeys.AddRange(foreignKeys.Where(key => !views.Contains(key.Target)));
        schema.indexes.AddRange(indexes);
        return schema;
    }

    /// <summary>The entities of other projects to which the model's relations lead, by way of others too. Their tables are not the model's, but what their keys refer to counts.</summary>
    private static HashSet<EntityDefinition> OthersOf(ModelDefinition model)
    {
        var own = model.Entities.ToHashSet();
        var others = new HashSet<EntityDefinition>();
        var next = new Queue<EntityDefinition>(own);
        while (next.TryDequeue(out var entity))
        {
            foreach (var target in entity.Relations.Values.Select(static relation => relation.Target))
            {
                if (target is not PolymorphicTarget && !own.Contains(target) && others.Add(target))
                {
                    next.Enqueue(target);
                }
            }
        }

        return others;
    }

    private static void RemoveShared(Dictionary<EntityDefinition, TableSchema> tables)
    {
        var shared = new SharedKeys(entity => tables.TryGetValue(entity, out var table) ? table.foreignKeys : []);
        foreach (var (table, keys) in tables.Values.Select(table => (table, table.foreignKeys.FindAll(key => shared.IsToOther(table.Entity, key)))).ToList())
        {
            keys.ForEach(key => table.foreignKeys.Remove(key));
        }
    }

    /// <summary>A foreign key that refers to rows of several types can be declared to no database.</summary>
    private static void AddForeignKeys(Dictionary<EntityDefinition, TableSchema> tables, RelationDefinition relation)
    {
        if (relation is HasManyDefinition { Through: { } through })
        {
            if (through.PolymorphicSource is null)
            {
                Add(through.Model, new(through.KeyFromProperties, relation.Source, relation.KeyFromProperties));
            }

            if (through.Polymorphic is null)
            {
                Add(through.Model, new(through.KeyToProperties, relation.Target, relation.KeyToProperties));
            }
        }
        else if (relation.Polymorphic is not null)
        {
            return;
        }
        else if (relation.Type == RelationType.BelongsTo)
        {
            Add(relation.Source, new(relation.KeyFromProperties, relation.Target, relation.KeyToProperties));
        }
        else
        {
            Add(relation.Target, new(relation.KeyToProperties, relation.Source, relation.KeyFromProperties));
        }

        void Add(EntityDefinition entity, ForeignKey key)
        {
            if (tables.TryGetValue(entity, out var table) && !table.foreignKeys.Contains(key))
            {
                table.foreignKeys.Add(key);
            }
        }
    }

    private static List<TableSchema> InOrder(Dictionary<EntityDefinition, TableSchema> tables)
    {
        var ordered = new List<TableSchema>(tables.Count);
        var visited = new HashSet<EntityDefinition>();
        foreach (var entity in tables.Keys)
        {
            Visit(entity);
        }

        return ordered;

        void Visit(EntityDefinition entity)
        {
            if (tables.TryGetValue(entity, out var table) && visited.Add(entity))
            {
                table.foreignKeys.ForEach(key => Visit(key.Target));
                ordered.Add(table);
            }
        }
    }

    private void AddIndex(IReadOnlyList<PropertyDefinition> properties, bool isUnique)
    {
        var isServed = isUnique
            ? Entity.PrimaryKey.SequenceEqual(properties) || indexes.Exists(index => index.IsUnique && index.Properties.SequenceEqual(properties))
            : TableIndex.Serves(Entity.PrimaryKey, properties) || indexes.Exists(index => TableIndex.Serves(index.Properties, properties));
        if (!isServed)
        {
            indexes.Add(new(properties, isUnique));
        }
    }
}
