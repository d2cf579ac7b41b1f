using System.Runtime.CompilerServices;

namespace Relations.Definitions;

/// <summary>Holds an included relation behind a generated property. All slots are equal, so that a record's equality is that of its columns.</summary>
/// <typeparam name="T">The type of the relation's property.</typeparam>
public struct RelationSlot<T> : IEquatable<RelationSlot<T>> where T : class
{
    private T? value;

    /// <summary>Whether the relation was included.</summary>
    public bool IsLoaded { readonly get; private set; }

    /// <summary>Takes what an inclusion delivers; null where a to-one relation has no target.</summary>
    public void Load(T? loaded)
    {
        value = loaded;
        IsLoaded = true;
    }

    /// <summary>The included relation.</summary>
    /// <param name="source">The entity that has the relation.</param>
    /// <param name="relation">The property's name.</param>
    /// <exception cref="RelationNotLoadedException">It was not included, or has no target.</exception>
    public readonly T Get<TSource>(TSource source, [CallerMemberName] string relation = "") where TSource : class => value ?? throw NotLoaded(typeof(TSource).Name, relation);

    /// <summary>The included relation, or null when it was not included or has no target.</summary>
    public readonly T? GetOrNull() => value;

    /// <summary>All slots are equal.</summary>
    public readonly bool Equals(RelationSlot<T> other) => true;

    /// <summary>All slots are equal.</summary>
    public override readonly bool Equals(object? obj) => obj is RelationSlot<T>;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => 0;

    private readonly RelationNotLoadedException NotLoaded(string entity, string relation) => new(IsLoaded
        ? $"{entity}.{relation} was loaded, but there is no such row. Declare the property nullable if that may be."
        : $"{entity}.{relation} was not loaded; add Include(x => x.{relation}) to the query.");
}
