using System.Collections;

namespace Relations.Definitions;

/// <summary>The facts of one relation of a given source.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
internal interface IRelationDefinition<TSource> where TSource : class
{
    /// <summary>The relation itself.</summary>
    RelationDefinition Definition { get; }

    /// <summary>Whether the relation was included into this source.</summary>
    bool IsLoaded(TSource source);

    /// <summary>Whether a user has put data into the relation's property.</summary>
    bool HasUserData(TSource source);

    /// <summary>Puts targets, or links, into the relation's property, as an inclusion does.</summary>
    /// <exception cref="ArgumentException">They are not what the property holds.</exception>
    void Fill(TSource source, IEnumerable targets);

    /// <summary>Hands the relation to the visitor's method for its kind, with its types.</summary>
    TResult Accept<TResult>(IRelationVisitor<TSource, TResult> visitor);
}
