using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Parses an entity. Generator and analyzers run this same parser, so that they never disagree.</summary>
internal static class EntityParser
{
    public static ParseResult Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancel)
    {
        if (HasNoName(type))
        {
            return new(null, [], [type]); // its name is still being typed
        }

        var scope = new ParseScope(compilation, type, cancel);
        var shape = scope.ShapeOf(type);
        ReportUnmapped(scope, shape);
        List<RelationModel> relations = [.. new RelationParser(scope, shape).Parse()];
        LinkWarnings.Report(scope, shape);
        JsonNames.Report(scope, shape, relations);
        EmittedNames.RemoveTaken(scope, shape, relations);
        var mapping = shape.IsMapped ? MappingOf(shape, relations) : null;
        var part = PartParser.Parse(scope, shape, relations);
        return new(mapping is null && part is null ? null : ModelOf(scope, shape, mapping, part), [.. shape.Problems.Distinct()], scope.Types);
    }

    /// <summary>
    /// Parses a class that is no entity though it has relations: its partial properties are implemented all the same. Without that, the compiler would speak of them alone (CS9248), and of REL0004 not at all.
    /// </summary>
    public static ParseResult ParseUnmarked(INamedTypeSymbol type, Compilation compilation, CancellationToken cancel)
    {
        if (HasNoName(type))
        {
            return new(null, [], [type]);
        }

        var scope = new ParseScope(compilation, type, cancel);
        var shape = scope.ShapeOf(type);
        var part = PartParser.Parse(scope, shape, []);
        return new(part is { Properties.Count: > 0 } ? ModelOf(scope, shape, mapping: null, part) : null, [], scope.Types);
    }

    /// <summary>The first relation of a class that is to be implemented, or null. Of other types, the rules say nothing that the compiler would hide.</summary>
    public static IPropertySymbol? FirstToImplement(INamedTypeSymbol type) => type.TypeKind != TypeKind.Class ? null
        : type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(static property => property.IsPartialDefinition && PropertyAttributes.Of(property).IsRelation);

    private static EntityModel ModelOf(ParseScope scope, EntityShape shape, MappingModel? mapping, EntityPartModel? part) => new(
        TypeText.Namespace(shape.Type.ContainingNamespace),
        shape.Type.Name,
        scope.Text.Of(shape.Type),
        scope.FullText.Of(shape.Type),
        FullName(shape.Type),
        shape.Visibility,
        mapping,
        part)
    {
        Caution = shape.Caution,
        CautionIds = shape.Cautions.Ids.ToEquatableArray(),
        IsObsoleteToRead = shape.Cautions.HasErrors,
    };

    private static MappingModel MappingOf(EntityShape shape, IEnumerable<RelationModel> relations)
    {
        var table = KnownSymbols.Attribute(shape.Type, KnownSymbols.DataAnnotationsSchema, "TableAttribute");
        return new(
            MappedNames.Of(shape.Type).Table(shape.Type, table),
            PropertyAttributes.NamedArgument(table, "Schema") as string,
            shape.Columns.Select(static column => column.Model).ToEquatableArray(),
            new KeyShape(shape.Key).Model,
            shape.Unique.Select(static together => together.ToEquatableArray()).ToEquatableArray(),
            shape.Construction!,
            relations.ToEquatableArray());
    }

    private static void ReportUnmapped(ParseScope scope, EntityShape shape)
    {
        if (shape.IsRefused)
        {
            return;
        }

        MappedNames.ReportEmpty(scope, shape);

        if (shape.Construction is null)
        {
            shape.Problems.Add(new(ProblemKind.EntityCannotBeMapped, Syntax.Identifier(shape.Type), shape.Type.Name, "it has no constructor whose parameters all have the names and types of properties"));
        }

        if (shape.Key.Count == 0)
        {
            MissingKey.Report(shape);
        }
    }

    /// <summary>Whether its name, or that of a namespace or type around it, is missing.</summary>
    private static bool HasNoName(INamedTypeSymbol type)
    {
        for (INamespaceOrTypeSymbol? current = type; current is not (null or INamespaceSymbol { IsGlobalNamespace: true }); current = (INamespaceOrTypeSymbol?)current.ContainingType ?? current.ContainingNamespace)
        {
            if (current.Name.Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The full name in metadata's spelling, type parameters by their number.</summary>
    private static string FullName(INamespaceOrTypeSymbol symbol)
    {
        var containing = (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;
        var prefix = containing is INamespaceSymbol { IsGlobalNamespace: true } ? "" : FullName(containing) + ".";
        return prefix + FileName(symbol, containing) + (symbol is INamedTypeSymbol { Arity: > 0 } type ? "`" + type.Arity.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
    }

    /// <summary>A name, with its capitals (of the first letter, the small one) marked where that of a type or namespace beside it has the same letters: names of files must differ whatever their case.</summary>
    private static string FileName(INamespaceOrTypeSymbol symbol, INamespaceOrTypeSymbol containing) =>
        NamesakesButForCase.Of(containing).Contains(symbol.Name)
            ? string.Concat(symbol.Name.Select(static (letter, place) => char.IsUpper(letter) == (place > 0) ? $"-{letter}" : $"{letter}"))
            : symbol.Name;
}
