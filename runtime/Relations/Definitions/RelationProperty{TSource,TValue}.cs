namespace Relations.Definitions;

/// <summary>How an included relation is put into its property, and whether it is there.</summary>
/// <typeparam name="TSource">The entity that has the property.</typeparam>
/// <typeparam name="TValue">What an inclusion delivers: a list, or one target.</typeparam>
public sealed class RelationProperty<TSource, TValue> : RelationProperty where TSource : class where TValue : class
{
    private readonly SlotOf<TSource, TValue>? slot;
    private readonly Action<TSource, TValue?>? set;
    private readonly Func<TSource, bool>? isLoaded;
    private readonly Func<TSource, object?>? get;

    /// <summary>A partial property, which the generator implements: users cannot set it.</summary>
    public RelationProperty(string name, SlotOf<TSource, TValue> slot) : base(name) => this.slot = slot;

    /// <summary>A partial property of another type than is delivered.</summary>
    public RelationProperty(string name, Action<TSource, TValue?> set, Func<TSource, bool> isLoaded) : base(name)
    {
        this.set = set;
        this.isLoaded = isLoaded;
    }

    /// <summary>A property that users can set too.</summary>
    public RelationProperty(string name, Action<TSource, TValue?> set, Func<TSource, object?> get) : base(name)
    {
        this.set = set;
        this.get = get;
    }

    internal void Set(TSource source, TValue? value)
    {
        if (slot is not null)
        {
            slot(source).Load(value);
        }
        else
        {
            set!(source, value);
        }
    }

    internal bool IsLoaded(TSource source) =>
        slot is not null ? slot(source).IsLoaded : isLoaded is not null ? isLoaded(source) : get!(source) is not null;

    /// <summary>Whether a user has put something there: data that belongs to other rows than the source's.</summary>
    internal bool HasUserData(TSource source) => get?.Invoke(source) switch
    {
        null => false,
        System.Collections.IEnumerable many => many.GetEnumerator().MoveNext(),
        _ => true,
    };
}
