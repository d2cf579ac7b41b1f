using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>
/// The foreign key rule. A foreign key to X is, in this order: the <c>KeyFrom</c> of the only <c>[BelongsTo]</c> of X on the model
/// that holds it; <c>&lt;X&gt;Id</c>; <c>&lt;X&gt;&lt;Key&gt;</c>, where Key is the property referred to; on a through model, where
/// that property is not called Id, a property of the same name.
/// </summary>
internal static class KeyConvention
{
    /// <summary>The foreign key on <paramref name="holder"/> to the property <paramref name="key"/> of <paramref name="referred"/>.</summary>
    public static ForeignKeyMatch ForeignKey(EntityShape holder, INamedTypeSymbol referred, string key, bool isThrough)
    {
        var declared = holder.Relations.Where(relation => relation.Kind == RelationKind.BelongsTo && SymbolEqualityComparer.Default.Equals(relation.Type.Element, referred)).ToList();
        if (declared.Count > 1)
        {
            return new(null, [.. declared.Select(relation => OwnKey(holder, relation, key)?.Name ?? relation.Property.Name)]);
        }

        return (declared is [var only] ? OwnKey(holder, only, key) : null) is { } named ? new(named, []) : ByName(holder, referred, key, isThrough);
    }

    /// <summary>The foreign key of a <c>[BelongsTo]</c>: its <c>KeyFrom</c>, or as <c>[ForeignKey]</c> says on either property, else by name.</summary>
    public static ColumnShape? OwnKey(EntityShape holder, RelationDeclaration belongsTo, string key) =>
        NamedKey(holder, belongsTo) is { } name
            ? holder.Column(name)
            : belongsTo.Type.Element is { } target ? ByName(holder, target, key, isThrough: false).Column : null;

    /// <summary>The foreign key that a <c>[BelongsTo]</c> names, whether it exists or not.</summary>
    public static string? NamedKey(EntityShape holder, RelationDeclaration belongsTo) =>
        belongsTo.Setting("KeyFrom")
        ?? belongsTo.Attributes.ForeignKeyName
        ?? holder.Columns.Find(column => column.Attributes.ForeignKeyName == belongsTo.Property.Name)?.Name;

    /// <summary>Whether the column refers to another entity, as far as the model itself and the names around it say.</summary>
    public static bool IsForeignKey(ParseScope scope, EntityShape shape, ColumnShape column) =>
        column.Attributes.ForeignKey is not null
        || shape.Relations.Exists(relation => relation.Kind == RelationKind.BelongsTo && (NamedKey(shape, relation) ?? relation.Type.Element?.Name + "Id") == column.Name)
        || (NearbyEntity(shape.Type, column.Name) is { } other && !SymbolEqualityComparer.Default.Equals(other, shape.Type));

    /// <summary>The entity X that a name <c>&lt;X&gt;Id</c> speaks of, in the type's own namespace or one around it.</summary>
    public static INamedTypeSymbol? NearbyEntity(INamedTypeSymbol type, string key)
    {
        if (key.Length <= 2 || !key.EndsWith("Id", StringComparison.Ordinal))
        {
            return null;
        }

        var name = key.Substring(0, key.Length - 2);
        for (INamespaceOrTypeSymbol? container = (INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace;
             container is not null;
             container = (INamespaceOrTypeSymbol?)container.ContainingType ?? container.ContainingNamespace)
        {
            if (container.GetTypeMembers(name, 0) is [var found, ..])
            {
                return found.IsEntity() ? found : null;
            }
        }

        return null;
    }

    private static ForeignKeyMatch ByName(EntityShape holder, INamedTypeSymbol referred, string key, bool isThrough)
    {
        var column = holder.Column(referred.Name + "Id") ?? holder.Column(referred.Name + key) ?? (isThrough && key != "Id" ? holder.Column(key) : null);
        return column is null ? ForeignKeyMatch.None : new(column, []);
    }
}
