using Microsoft.CodeAnalysis;

namespace Relations.Generator.Parsing;

/// <summary>What the parsers of one entity share: the compilation, how its file writes types, and the shapes of the entities around it.</summary>
internal sealed class ParseScope(Compilation compilation, INamedTypeSymbol entity, CancellationToken cancel)
{
    private readonly Dictionary<INamedTypeSymbol, EntityShape> shapes = new(SymbolEqualityComparer.Default);
    private readonly SharedShapes shared = SharedShapes.Of(compilation, entity.ContainingNamespace);
    private HashSet<INamedTypeSymbol> read = new(SymbolEqualityComparer.Default);
    private int asked;

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancel { get; } = cancel;

    /// <summary>Types as the entity's file writes them.</summary>
    public TypeText Text { get; } = new(entity.ContainingNamespace);

    /// <summary>Types as the file writes them where members or nested types hide short names.</summary>
    public TypeText FullText { get; } = new(home: null);

    /// <summary>The types that were looked into so far.</summary>
    public IReadOnlyCollection<INamedTypeSymbol> Types => read;

    /// <summary>
    /// Says that members of a type, or arguments of its attributes, are looked at: an edit of it may change the model. What can be seen of a type from outside
    /// (its name, kind, modifiers, bases, and which attributes it has) needs no saying.
    /// </summary>
    public void Read(INamedTypeSymbol type) => read.Add(type.OriginalDefinition);

    /// <summary>The property that gives the value inside a strong type, or null where the type is none.</summary>
    public IPropertySymbol? StrongValueOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } value)
        {
            Read(value);
        }

        return StrongTypes.ValueOf(type);
    }

    /// <summary>The type of what is stored: of the value inside a strong type, else the type itself.</summary>
    public ITypeSymbol StoredBy(ITypeSymbol type) => StrongValueOf(type)?.Type ?? type;

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
        read.UnionWith(shape.Read);
        return shape;
    }

    /// <summary>Parses a shape. One that took no other to find is the same wherever the parse begins, and is shared.</summary>
    private EntityShape Parse(INamedTypeSymbol type)
    {
        var shape = new EntityShape(type);
        shapes.Add(type, shape); // before it is complete: entities refer to each other in circles
        var (askedBefore, readBefore) = (asked, read);
        read = new(SymbolEqualityComparer.Default);
        Read(type);
        EntityShapeParser.Parse(this, shape);
        shape.Read = read;
        readBefore.UnionWith(read);
        read = readBefore;
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
