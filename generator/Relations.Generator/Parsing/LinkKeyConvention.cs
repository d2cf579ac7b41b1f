using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>
/// The primary key of a through model without a key of its own: the columns of its two foreign keys, in the order of their declaration.
/// <para>
/// The relations say which two they are, but they stand on other entities, and no edit may cost a walk through all types of the
/// project. So they are looked for where they are likely to be, and only for models without a key: (1) on the entities that the
/// model refers to, by a <c>[BelongsTo]</c> or by a name like <c>DoctorId</c> or <c>BookIsbn</c>; else (2) its own two <c>[BelongsTo]</c> are the pair;
/// else (3) on the entities of its namespace; else (4) its only two properties called <c>…Id</c> are the pair. The first relation
/// found decides: all relations through a model without a key share its only two keys.
/// </para>
/// </summary>
internal static class LinkKeyConvention
{
    public static List<ColumnShape> PairOf(ParseScope scope, EntityShape link) =>
        WithOwnDiscriminators(
            link,
            RelatedPairOf(scope, link)
            ?? FromBelongsTo(scope, link)
            ?? FromRelations(scope, link, link.Type.ContainingNamespace.GetTypeMembers())
            ?? FromNames(link)
            ?? []);

    /// <summary>The pair by which a relation of a neighbour goes through the model, or null where none does.</summary>
    public static List<ColumnShape>? RelatedPairOf(ParseScope scope, EntityShape link) => FromRelations(scope, link, Neighbours(link));

    /// <summary>Whether a relation of a neighbour goes through the model to targets of several types.</summary>
    public static bool HasDiscriminator(ParseScope scope, EntityShape link) => Neighbours(link)
        .Where(static type => type.IsEntity())
        .Any(type => scope.ShapeOf(type).Relations.Exists(relation => relation.HasTypes && SymbolEqualityComparer.Default.Equals(relation.Through, link.Type)));

    /// <summary>The entities that the model itself speaks of.</summary>
    private static IEnumerable<INamedTypeSymbol> Neighbours(EntityShape link) =>
        link.Relations.Where(static relation => relation.Kind == RelationKind.BelongsTo).Select(static relation => relation.Type.Element)
            .Concat(link.Columns.Select(column => KeyConvention.NearbyEntity(link.Type, column.Name)))
            .OfType<INamedTypeSymbol>()
            .Concat(link.Columns.SelectMany(column => KeyConvention.NearbyEntities(link.Type, column.Name)))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    private static List<ColumnShape>? FromRelations(ParseScope scope, EntityShape link, IEnumerable<INamedTypeSymbol> types)
    {
        foreach (var type in types)
        {
            scope.Cancel.ThrowIfCancellationRequested();
            if (!type.IsEntity() || SymbolEqualityComparer.Default.Equals(type, link.Type))
            {
                continue;
            }

            scope.Read(type);
            if (!HasRelationThrough(type, link.Type))
            {
                continue;
            }

            var source = scope.ShapeOf(type);
            foreach (var relation in source.Relations.Where(relation => SymbolEqualityComparer.Default.Equals(relation.Through, link.Type)))
            {
                if (KeysOf(scope, source, relation, link) is { } pair)
                {
                    return pair;
                }
            }
        }

        return null;
    }

    private static bool HasRelationThrough(INamedTypeSymbol type, INamedTypeSymbol link)
    {
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (KnownSymbols.Attribute(property, KnownSymbols.Relations, "HasManyAttribute") is { ConstructorArguments: [{ Value: INamedTypeSymbol through }] } &&
                SymbolEqualityComparer.Default.Equals(through, link))
            {
                return true;
            }
        }

        return false;
    }

    private static List<ColumnShape>? KeysOf(ParseScope scope, EntityShape source, RelationDeclaration relation, EntityShape link)
    {
        if (relation.Type.Element is not { TypeKind: not TypeKind.Error } element)
        {
            return null;
        }

        var target = relation.HasTypes ? SharedTarget(scope, relation, element) : scope.ShapeOf(element);
        var pair = target is null ? null : Pair(
            Key(relation.Setting("ThroughKeyFrom"), source, relation.Setting("KeyFrom")),
            Key(relation.Setting("ThroughKeyTo"), target, relation.Setting("KeyTo")));
        return relation.HasTypes && pair is not null ? WithDiscriminator(relation, element, link, pair) : pair;

        KeyShape? Key(string? named, EntityShape end, string? key)
        {
            var referred = key is null ? new KeyShape(end.Key) : end.KeyOf(KeyShape.Split(key));
            var foreignKey = named is not null ? link.KeyOf(KeyShape.Split(named))
                : referred is null ? null
                : KeyConvention.ForeignKey(link, end.Type, [.. referred.Columns.Select(static column => column.Name)], isThrough: true).Key;
            return foreignKey is null || (referred is { Columns.Count: > 0 } && !foreignKey.HasTypesOf(referred)) ? null : foreignKey; // else no relation comes of it
        }
    }

    private static EntityShape? SharedTarget(ParseScope scope, RelationDeclaration relation, INamedTypeSymbol element)
    {
        var types = PolymorphicParser.TypesOf(scope, relation, element).Where(static type => type.IsEntity()).Select(scope.ShapeOf).ToList();
        return types.Count == 0 ? null : PolymorphicParser.SharedShape(element, types);
    }

    /// <summary>A key to targets of several types is none without the discriminator beside it.</summary>
    private static List<ColumnShape>? WithDiscriminator(RelationDeclaration relation, INamedTypeSymbol element, EntityShape link, List<ColumnShape> pair)
    {
        var discriminator = pair.Select(key => PolymorphicParser.Discriminator(relation, link, element, key.Name)).FirstOrDefault(static column => column is not null);
        return discriminator is null ? null : [.. pair, discriminator];
    }

    /// <summary>The same where the model itself says that a key refers to several types.</summary>
    private static List<ColumnShape> WithOwnDiscriminators(EntityShape link, List<ColumnShape> pair)
    {
        foreach (var relation in link.Relations)
        {
            if (relation is { HasTypes: true, Type.Element: { TypeKind: not TypeKind.Error } element } && PolymorphicParser.OwnKey(link, relation) is { } key && pair.Exists(column => column.Name == key) &&
                PolymorphicParser.Discriminator(relation, link, element, key) is { } discriminator && !pair.Contains(discriminator))
            {
                pair.Add(discriminator);
            }
        }

        return pair;
    }

    private static List<ColumnShape>? FromBelongsTo(ParseScope scope, EntityShape link)
    {
        var keys = link.Relations
            .Where(static relation => relation.Kind == RelationKind.BelongsTo)
            .Select(relation => KeyConvention.OwnKey(link, relation, KeyReferredTo(scope, relation)))
            .ToList();
        return keys is [var first, var second] ? Pair(first, second) : null;
    }

    private static IReadOnlyList<string> KeyReferredTo(ParseScope scope, RelationDeclaration belongsTo) =>
        belongsTo.Type.Element is { TypeKind: not TypeKind.Error } element && element.IsEntity() && scope.ShapeOf(element).Key is { Count: > 1 } composite
            ? [.. composite.Select(static column => column.Name)]
            : ["Id"];

    private static List<ColumnShape>? FromNames(EntityShape link)
    {
        var keys = link.Columns.Where(static column => column.Name.Length > 2 && column.Name.EndsWith("Id", StringComparison.Ordinal)).ToList();
        return keys.Count == 2 ? keys : null;
    }

    private static List<ColumnShape>? Pair(KeyShape? first, KeyShape? second) =>
        first is null || second is null || first.Columns.Any(part => second.Columns.Any(other => other.Name == part.Name)) ? null
        : [.. first.Columns.Concat(second.Columns).OrderBy(static column => column.Model.Ordinal)];
}
