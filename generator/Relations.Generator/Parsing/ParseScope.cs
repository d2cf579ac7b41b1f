using Microsoft.CodeAnalysis;

namespace Relations.Generator.Parsing;

/// <summary>What the parsers of one entity share: the compilation, how its file writes types, and the shapes of the entities around it.</summary>
internal sealed class ParseScope(Compilation compilation, INamedTypeSymbol entity, CancellationToken cancel)
{
    private readonly Dictionary<INamedTypeSymbol, EntityShape> shapes = new(SymbolEqualityComparer.Default);
    private readonly SharedShapes shared = SharedShapes.Of(compilation, entity.ContainingNamespace);
    private int asked;

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancel { get; } = cancel;

    /// <summary>Types as the entity's file writes them.</summary>
    public TypeText Text { get; } = new(entity.ContainingNamespace);

    /// <summary>Types as the file writes them where members or nested types hide short names.</summary>
    public TypeText FullText { get; } = new(home: null);

    /// <summary>The columns and the key of an entity.</summary>
    public EntityShape ShapeOf(INamedTypeSymbol type)
    {
        asked++;
        if (!shapes.TryGetValue(type, out var shape))
        {
            Cancel.ThrowIfCancellationRequested();
            shape = Shared(type) ?? Parse(type);
        }

        return shape;
    }

    private EntityShape? Shared(INamedTypeSymbol type)
    {
        if (shared.Find(type) is not { } found)
        {
            return null;
        }

        var shape = IsOwn(type) ? new EntityShape(found) : found;
        shapes.Add(type, shape);
        return shape;
    }

    /// <summary>Parses a shape. One that took no other to find is the same wherever the parse begins, and is shared.</summary>
    private EntityShape Parse(INamedTypeSymbol type)
    {
        var shape = new EntityShape(type);
        shapes.Add(type, shape); // before it is complete: entities refer to each other in circles
        var askedBefore = asked;
        EntityShapeParser.Parse(this, shape);
        if (asked == askedBefore)
        {
            shared.Add(IsOwn(type) ? new EntityShape(shape) : shape);
        }

        return shape;
    }

    /// <summary>Only the entity's own shape changes after it was parsed: the problems of its relations are added to it.</summary>
    private bool IsOwn(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, entity);

    /// <summary>Whether emitted code may name the member: it stands in this compilation, outside the member's type.</summary>
    public bool IsAccessible(ISymbol member) => member.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal =>
            SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, Compilation.Assembly) || member.ContainingAssembly.GivesAccessTo(Compilation.Assembly),
        _ => false,
    };
}
