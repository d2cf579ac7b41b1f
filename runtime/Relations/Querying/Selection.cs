namespace Relations.Querying;

/// <summary>What every query and every scope can do. Each operator returns a new one and leaves this one as it is.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <typeparam name="TProperties">The properties of the rows.</typeparam>
public abstract class Selection<TSelf, TProperties> where TSelf : Selection<TSelf, TProperties> where TProperties : struct, IProperties<TProperties>
{
    private QuerySpecification? specification;

    /// <summary>Starts from a specification, or from <see cref="Start"/> when it is first asked for.</summary>
    private protected Selection(QuerySpecification? specification) => this.specification = specification;

    /// <summary>What is wanted; always the same object, since columns belong to its tables.</summary>
    internal QuerySpecification Specification => specification ?? Interlocked.CompareExchange(ref specification, Start(), null) ?? specification!;

    /// <summary>What is wanted where that is not always needed: of a relation's repository, which may only link.</summary>
    private protected virtual QuerySpecification Start() => throw new InvalidOperationException("The selection has no specification.");

    private protected TProperties Properties => TProperties.Of(new(Specification.Target));

    /// <summary>Only rows that meet the condition too.</summary>
    public TSelf Where(Func<TProperties, Condition> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return With(Specification.Where(condition(Properties).Node));
    }

    /// <summary>Loads a relation of the rows too, in one statement for all of them.</summary>
    /// <param name="relation">The relation: <c>d => d.Patients</c>.</param>
    /// <param name="scope">What is wanted of its targets: <c>p => p.Where(…).Take(3)</c>, counted for each row.</param>
    /// <exception cref="InvalidFilterException">The relation is included twice.</exception>
    public TSelf Include<TScope>(Func<TProperties, RelationPath<TScope>> relation, Func<TScope, TScope>? scope = null)
    {
        ArgumentNullException.ThrowIfNull(relation);
        var path = relation(Properties) ?? throw new ArgumentException("The lambda returned null; return a relation of what it got.", nameof(relation));
        if (path.Source != Specification.Target && !Specification.Target.Types.Contains(path.Source))
        {
            throw new ArgumentException($"'{path.Relation.Name}' is a relation of another query; name one of the lambda's own parameter.", nameof(relation));
        }

        var start = path.StartScope();
        var wanted = scope is null ? start : scope(start) ?? throw new ArgumentException("The scope's lambda returned null; return the scope it got.", nameof(scope));
        return With(Specification.Include(path.Relation, ReferenceEquals(wanted, start) ? null : path.SpecificationOf(wanted)));
    }

    /// <summary>Loads a relation of the rows too, or what a resolver of your own fills: a property that is no relation of the database.</summary>
    /// <param name="relation">The name of the relation, or the one under which the resolver is registered.</param>
    /// <exception cref="InvalidFilterException">The relation is included twice.</exception>
    public TSelf Include(string relation)
    {
        ArgumentException.ThrowIfNullOrEmpty(relation);
        return With(Specification.Include(relation));
    }

    /// <summary>Reads only these columns; the other properties have the default values of their types, whatever the entity initialises them with.</summary>
    /// <remarks>Do not write such an entity back: updating and saving write all columns. Patch instead.</remarks>
    public TSelf Fields(params Func<TProperties, Column>[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0)
        {
            throw new ArgumentException("Name at least one column.", nameof(columns));
        }

        var ordinals = new SortedSet<int>();
        foreach (var column in columns)
        {
            var named = (column ?? throw new ArgumentException("A lambda is null.", nameof(columns)))(Properties).Checked();
            ordinals.Add(named.Table == Specification.Target
                ? named.Property.Ordinal
                : throw new ArgumentException($"Only columns of {Specification.Target.Definition.Name} itself can be read.", nameof(columns)));
        }

        return With(Specification.WithFields([.. ordinals]));
    }

    private protected abstract TSelf With(QuerySpecification specification);

    internal TSelf Change(QuerySpecification specification) => With(specification);
}
