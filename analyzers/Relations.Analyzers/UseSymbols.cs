using Microsoft.CodeAnalysis;
using Relations.Generator.Parsing;

namespace Relations.Analyzers;

/// <summary>The runtime's types that the rules of use know, looked up once for each compilation.</summary>
internal sealed class UseSymbols
{
    private UseSymbols(Compilation compilation, INamedTypeSymbol condition)
    {
        Condition = condition;
        Selection = compilation.GetTypeByMetadataName("Relations.Querying.Selection`2");
        EntityQuery = compilation.GetTypeByMetadataName("Relations.EntityQuery`5");
        EntityRepository = compilation.GetTypeByMetadataName("Relations.EntityRepository`4");
        HasManyRepository = compilation.GetTypeByMetadataName("Relations.HasManyRepository`4");
        HasManyThroughRepository = compilation.GetTypeByMetadataName("Relations.HasManyThroughRepository`9");
        HasOneRepository = compilation.GetTypeByMetadataName("Relations.HasOneRepository`4");
        BelongsToAccessor = compilation.GetTypeByMetadataName("Relations.BelongsToAccessor`3");
        RelationNotLoadedException = compilation.GetTypeByMetadataName("Relations.RelationNotLoadedException");
        LinkQuery = compilation.GetTypeByMetadataName("Relations.LinkQuery`2");
    }

    public INamedTypeSymbol Condition { get; }

    /// <summary>What has operators such as Where.</summary>
    public INamedTypeSymbol? Selection { get; }

    /// <summary>What reads entities.</summary>
    public INamedTypeSymbol? EntityQuery { get; }

    public INamedTypeSymbol? EntityRepository { get; }

    public INamedTypeSymbol? HasManyRepository { get; }

    public INamedTypeSymbol? HasManyThroughRepository { get; }

    public INamedTypeSymbol? HasOneRepository { get; }

    public INamedTypeSymbol? BelongsToAccessor { get; }

    public INamedTypeSymbol? LinkQuery { get; }

    /// <summary>What a relation throws that was not loaded.</summary>
    public INamedTypeSymbol? RelationNotLoadedException { get; }

    /// <summary>The symbols, or null where the compilation does not use the runtime.</summary>
    public static UseSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Relations.Querying.Condition") is { } condition ? new(compilation, condition) : null;

    /// <summary>Whether a type is, or derives from, what the definition constructs.</summary>
    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? definition)
    {
        for (var current = type as INamedTypeSymbol; current is not null && definition is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, definition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the runtime declares a method.</summary>
    public bool IsOfRuntime(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, Condition.ContainingAssembly);

    /// <summary>The entity that a query reads, or null where the type is none.</summary>
    public ITypeSymbol? EntityOf(ITypeSymbol? query)
    {
        var current = query as INamedTypeSymbol;
        while (current is not null && !SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, EntityQuery))
        {
            current = current.BaseType;
        }

        return current?.TypeArguments[1];
    }

    /// <summary>Whether statements come of the type's methods: a query of entities or links, or a relation to one.</summary>
    public bool IsQuery(ITypeSymbol? type) => Is(type, EntityQuery) || Is(type, LinkQuery) || Is(type, HasOneRepository) || Is(type, BelongsToAccessor);

    /// <summary>Whether it is the repository of a relation: what a repository's factory method returns.</summary>
    public bool IsRelationRepository(ITypeSymbol? type) =>
        Is(type, HasManyThroughRepository) || Is(type, HasManyRepository) || Is(type, HasOneRepository) || Is(type, BelongsToAccessor);

    /// <summary>Whether the property is a relation of an entity.</summary>
    public static bool IsRelation(IPropertySymbol property) => property.ContainingType.IsEntity() && PropertyAttributes.Of(property).IsRelation;
}
