using Relations.Definitions;

namespace Relations.Querying;

/// <summary>What a query or the scope of an inclusion wants. Never changes; each step of a query makes a new one.</summary>
internal sealed record QuerySpecification
{
    private const int MostRowsFoundTwice = 1_000;

    private QuerySpecification(TableReference target, TableReference? through, HasManyDefinition? relation)
    {
        Target = target;
        Through = through;
        Relation = relation;
    }

    /// <summary>The rows that are wanted.</summary>
    public TableReference Target { get; }

    /// <summary>The through rows that lead to them, where there are any.</summary>
    public TableReference? Through { get; }

    /// <summary>The relation whose keys join <see cref="Through"/> and <see cref="Target"/>.</summary>
    public HasManyDefinition? Relation { get; }

    public ConditionNode Condition { get; private init; } = ConstantNode.True;

    public OrderTerm[] Orders { get; private init; } = [];

    public int? Skip { get; private init; }

    public int? Take { get; private init; }

    public WantedRelation[] Inclusions { get; private init; } = [];

    /// <summary>The places of the columns that are asked for, or null for all.</summary>
    public int[]? Fields { get; private init; }

    /// <summary>Of targets of several types: whether columns that not all of them have are read too, since <see cref="Fields"/> only says what is left out.</summary>
    public bool HasOwnFields { get; private init; } = true;

    public bool IsPaged => Skip is > 0 || Take is not null;

    /// <summary>Whether rows are wanted whole, without relations.</summary>
    public bool IsOfEntitiesAlone => Fields is null && Inclusions.Length == 0;

    /// <summary>Whether a row of the table meets the query whatever it holds, and is wanted whole, without relations.</summary>
    public bool IsOfWholeRows => Through is null && Condition is ConstantNode { IsMet: true } && IsOfEntitiesAlone;

    /// <summary>Whether all that a relation leads to is wanted, in the order of the targets' keys.</summary>
    public bool IsOfAllTargets => Condition is ConstantNode { IsMet: true } && Orders.Length == 0 && !IsPaged;

    /// <summary>Whether what a relation leads to is wanted without conditions, in an order or page for which the targets alone count.</summary>
    public bool IsOfOrderedTargets => Condition is ConstantNode { IsMet: true } && (Orders.Length > 0 || IsPaged) && Array.TrueForAll(Orders, term => term.Column.Table == Target);

    /// <summary>Whether every row of the table is wanted, though perhaps not all of it.</summary>
    public bool IsOfWholeTable => Through is null && Condition is ConstantNode { IsMet: true } && !IsPaged;

    /// <summary>Whether at most one row is wanted, by its primary key.</summary>
    public bool IsOfKey => Through is null && Condition is KeyNode && !IsPaged;

    /// <summary>Whether a page is wanted that is as easily found twice: few rows of the table in the order of its primary key, none of which must be looked at in vain but those before it.</summary>
    public bool IsOfShortPage => Through is null && Condition is ConstantNode { IsMet: true } && Orders.Length == 0 && (Skip ?? 0L) + Take <= MostRowsFoundTwice;

    /// <summary>Whether columns of the through rows decide on the order.</summary>
    public bool IsOrderedByThrough => Through is { } through && Array.Exists(Orders, term => term.Column.DependsOn(through));

    public static QuerySpecification Of(EntityDefinition definition) => new(new(definition), through: null, relation: null);

    /// <summary>What a relation leads to, from whatever source.</summary>
    public static QuerySpecification OfTargets(RelationDefinition relation)
    {
        if (relation is HasManyDefinition { Through: { } through } many)
        {
            var links = new TableReference(through.Model);
            return new(new(relation.Target), links, many) { Condition = OfTypes(links, through) };
        }

        var targets = Of(relation.Target);
        return relation.Type == RelationType.BelongsTo ? targets : targets.And(OfType(targets.Target, relation.Polymorphic));
    }

    /// <summary>What a relation through links leads to from one source.</summary>
    public static QuerySpecification OfTargets(HasManyDefinition relation, Parameter sourceKey)
    {
        var through = relation.Through!;
        var links = new TableReference(through.Model);
        return new(new(relation.Target), links, relation)
        {
            Condition = ConditionNode.And(OfTypes(links, through), links.KeyIs(through.KeyFromProperties, sourceKey)),
            HasOnlyConstraint = true,
            OfSource = relation,
        };
    }

    private QuerySpecification And(ConditionNode condition) => condition is ConstantNode { IsMet: true } ? this : this with { Condition = ConditionNode.And(Condition, condition) };

    /// <summary>Only links between rows of the types that count.</summary>
    public static ConditionNode OfTypes(TableReference links, ThroughDefinition through) => ConditionNode.And(OfType(links, through.PolymorphicSource), OfType(links, through.Polymorphic));

    /// <summary>Where a foreign key refers to rows of several types: only rows whose discriminator has the one value that counts.</summary>
    public static ConditionNode OfType(TableReference table, Discriminator? discriminator) => discriminator is { Value: { } value }
        ? new ComparisonNode(table.Column(table.Definition.Property(discriminator.Property)), ComparisonOperator.Equal, new ValueParameter<string>(value))
        : ConstantNode.True;

    /// <summary>Whether nothing is asked of the rows but that they belong to one source.</summary>
    public bool HasOnlyConstraint { get; private init; }

    /// <summary>Only rows that belong to one source. What is asked besides can never widen it.</summary>
    /// <param name="condition">What makes them the source's.</param>
    /// <param name="relation">The relation of the source, where they are all its targets.</param>
    public QuerySpecification Constrain(ConditionNode condition, RelationDefinition? relation = null) =>
        this with { Condition = ConditionNode.And(Condition, condition), HasOnlyConstraint = true, OfSource = relation };

    /// <summary>The relation, where the rows are those to which it leads from one source.</summary>
    private RelationDefinition? OfSource { get; init; }

    /// <summary>The relation, where all that it leads to from one source is wanted, whole, in the order of the keys. Such queries differ in nothing but the values of their conditions.</summary>
    public RelationDefinition? WholeRelation => IsOfEntitiesAlone && Orders.Length == 0 && !IsPaged ? OfSource : null;

    /// <summary>The foreign key by which the rows belong to one source, and its value: no patch may change it.</summary>
    public ForeignKeyValue? FixedKey { get; init; }

    public QuerySpecification Where(ConditionNode condition) => this with { Condition = ConditionNode.And(Condition, condition), HasOnlyConstraint = false, OfSource = null };

    public QuerySpecification OrderBy(Column column, bool descending) => this with { Orders = [new(column.Checked(), descending)] };

    public QuerySpecification ThenBy(Column column, bool descending) => this with { Orders = [.. Orders, new(column.Checked(), descending)] };

    public QuerySpecification WithSkip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return this with { Skip = count };
    }

    public QuerySpecification WithTake(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return this with { Take = count };
    }

    /// <summary>Includes a relation.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="scope">What is wanted of its targets; null for all of them, whole.</param>
    public QuerySpecification Include(RelationDefinition relation, QuerySpecification? scope) =>
        Include(new WantedRelation(relation.Name, relation, scope ?? OfTargets(relation), HasScope: scope is not null));

    /// <summary>Includes what has this name: a relation, or what a resolver of the user's own fills.</summary>
    public QuerySpecification Include(string name) => Include(Named(name, Target.Definition));

    /// <summary>Whether a relation is included already. A name alone may mean the relations of several types.</summary>
    public bool Includes(string name, RelationDefinition? relation) =>
        Array.Exists(Inclusions, inclusion => inclusion.Name == name && (inclusion.Relation == relation || inclusion.Relation is null || relation is null));

    private QuerySpecification Include(WantedRelation wanted) =>
        Includes(wanted.Name, wanted.Relation)
            ? throw new InvalidFilterException($"The relation '{wanted.Name}' of {(wanted.Relation?.Source ?? Target.Definition).Name} is included twice; include it once, with one scope.")
            : this with { Inclusions = [.. Inclusions, wanted] };

    /// <summary>Rows of this query's page alone: leaves out the first of them, and reads no more than it would.</summary>
    public QuerySpecification Within(int skip, int? take)
    {
        var left = Take is { } all ? Math.Max(all - skip, 0) : (int?)null;
        return this with
        {
            Skip = skip == 0 ? Skip : (int)Math.Min((Skip ?? 0L) + skip, int.MaxValue),
            Take = left is null ? take : Math.Min(take ?? int.MaxValue, left.Value),
        };
    }

    public QuerySpecification WithFields(int[] ordinals) => this with { Fields = ordinals, HasOwnFields = false };

    /// <summary>Reads these columns only, and of targets of several types those that only some have.</summary>
    public QuerySpecification WithFieldsLeft(int[] ordinals) => this with { Fields = ordinals };

    /// <summary>What is wanted of the targets of one type, once it is known by their keys which they are. What is asked of links is asked when they are read.</summary>
    /// <param name="type">The type's place among those of a polymorphic relation.</param>
    public QuerySpecification OfType(int type)
    {
        var table = Target.Types[type];
        return new(table, through: null, relation: null)
        {
            Condition = Through is null ? Condition : ConstantNode.True,
            Inclusions = [.. Inclusions.Where(inclusion => IsOf(table.Definition, inclusion)).Select(inclusion => inclusion.Relation is null ? Named(inclusion.Name, table.Definition) : inclusion)],
            Fields = Fields is null ? null : FieldsOf(table.Definition, Fields),
        };
    }

    private int[] FieldsOf(EntityDefinition type, int[] shared)
    {
        var all = Target.Definition.Properties;
        var wanted = new HashSet<string>(shared.Select(ordinal => all[ordinal].Name), StringComparer.Ordinal);
        var known = new HashSet<string>(all.Select(static property => property.Name), StringComparer.Ordinal);
        return [.. type.Properties.Where(property => known.Contains(property.Name) ? wanted.Contains(property.Name) : HasOwnFields).Select(static property => property.Ordinal)];
    }

    /// <summary>The same rows, without leaving any out by their place.</summary>
    public QuerySpecification WithoutPage() => IsPaged ? this with { Skip = null, Take = null } : this;

    private static WantedRelation Named(string name, EntityDefinition definition)
    {
        var relation = definition.Relations.GetValueOrDefault(name);
        return new(name, relation, relation is null ? null : OfTargets(relation), HasScope: false);
    }

    /// <summary>Whether an inclusion means this type of several. A name that is a relation of one of them means those that have it; else it is for the resolvers of all.</summary>
    private bool IsOf(EntityDefinition type, WantedRelation inclusion) => inclusion.Relation is { } relation
        ? relation.Source == type
        : type.Relations.ContainsKey(inclusion.Name) || !Target.Types.Any(other => other.Definition.Relations.ContainsKey(inclusion.Name));
}
