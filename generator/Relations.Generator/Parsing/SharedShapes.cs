using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Relations.Generator.Parsing;

/// <summary>
/// The shapes that all entities of a namespace see alike: each is parsed once for a compilation, not once for each entity that has a relation with it.
/// They live as long as the compilation does; nothing is kept from one run to the next. The analyzers ask on many threads.
/// </summary>
internal sealed class SharedShapes
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamespaceSymbol, SharedShapes>> Known = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, EntityShape> shapes = new(SymbolEqualityComparer.Default);

    private SharedShapes() { }

    /// <summary>Those that are written as a file of the namespace writes them.</summary>
    public static SharedShapes Of(Compilation compilation, INamespaceSymbol home) =>
        Known.GetValue(compilation, static _ => new(SymbolEqualityComparer.Default)).GetOrAdd(home, static _ => new());

    public EntityShape? Find(INamedTypeSymbol type) => shapes.TryGetValue(type, out var shape) ? shape : null;

    /// <summary>Shares a shape, which nothing changes from now on.</summary>
    public void Add(EntityShape shape) => shapes.TryAdd(shape.Type, shape);
}
