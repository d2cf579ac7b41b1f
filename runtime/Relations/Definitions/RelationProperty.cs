namespace Relations.Definitions;

/// <summary>How an included relation is put into its property, and whether it is there.</summary>
/// <typeparam name="TSource">The entity that has the property.</typeparam>
/// <typeparam name="TValue">What an inclusion delivers: a list, or one target.</typeparam>
public sealed class RelationProperty<TSource, TValue> where TSource : class
{
    private readonly Action<TSource, TValue> set;
    private readonly Func<TSource, bool>? isLoaded;
    private readonly Func<TSource, object?>? get;

    /// <summary>A partial property, which the generator implements: users cannot set it.</summary>
    public RelationProperty(string name, Action<TSource, TValue> set, Func<TSource, bool> isLoaded)
    {
        Name = name;
        this.set = set;
        this.isLoaded = isLoaded;
    }

    /// <summary>A property that users can set too.</summary>
    public RelationProperty(string name, Action<TSource, TValue> set, Func<TSource, object?> get)
    {
        Name = name;
        this.set = set;
        this.get = get;
    }

    /// <summary>The property's name in C#.</summary>
    public string Name { get; }

    internal void Set(TSource source, TValue value) => set(source, value);

    internal bool IsLoaded(TSource source) => isLoaded is not null ? isLoaded(source) : get!(source) is not null;

    /// <summary>Whether a user has put something there: data that belongs to other rows than the source's.</summary>
    internal bool HasUserData(TSource source) => get?.Invoke(source) switch
    {
        null => false,
        System.Collections.IEnumerable many => many.GetEnumerator().MoveNext(),
        _ => true,
    };
}
