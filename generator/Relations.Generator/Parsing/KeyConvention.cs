using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>
/// The foreign key rule. A foreign key to X is, in this order: the only <c>KeyFrom</c> that a <c>[BelongsTo]</c> of X has on the model
/// that holds it; <c>&lt;X&gt;Id</c>; <c>&lt;X&gt;&lt;Key&gt;</c>, where Key is the property referred to; on a through model, where
/// that property is not called Id, a property of the same name. A composite key has a foreign key part by part, each called
/// <c>&lt;X&gt;&lt;Key&gt;</c>, or on a through model by the same name.
/// </summary>
internal static class KeyConvention
{
    /// <summary>Whether values of both columns are the same to C# and to the database.</summary>
    public static bool AreStoredAlike(PropertyModel foreignKey, PropertyModel key) => foreignKey.Type == key.Type && foreignKey.ColumnType == key.ColumnType;

    /// <summary>The foreign key on <paramref name="holder"/> to the properties <paramref name="key"/> of <paramref name="referred"/>.</summary>
    public static ForeignKeyMatch ForeignKey(EntityShape holder, INamedTypeSymbol referred, IReadOnlyList<string> key, bool isThrough)
    {
        var declared = holder.Relations.Where(relation => relation.Kind == RelationKind.BelongsTo && SymbolEqualityComparer.Default.Equals(relation.Type.Element, referred)).ToList();
        var candidates = declared.Select(relation => OwnKey(holder, relation, key)?.Names ?? relation.Property.Name).Distinct(StringComparer.Ordinal).ToList();
        if (candidates.Count > 1)
        {
            return new(null, candidates);
        }

        return (declared is [var first, ..] ? OwnKey(holder, first, key) : null) is { } named ? new(named, []) : new(ByName(holder, referred, key, isThrough), []);
    }

    /// <summary>The foreign key of a <c>[BelongsTo]</c>: its <c>KeyFrom</c>, or as <c>[ForeignKey]</c> says on either property, else by name.</summary>
    public static KeyShape? OwnKey(EntityShape holder, RelationDeclaration belongsTo, IReadOnlyList<string> key) =>
        NamedKey(holder, belongsTo) is { } names
            ? holder.KeyOf(names)
            : belongsTo.Type.Element is { } target ? ByName(holder, target, key, isThrough: false) : null;

    /// <summary>The foreign key that a <c>[BelongsTo]</c> names, whether it exists or not.</summary>
    public static IReadOnlyList<string>? NamedKey(EntityShape holder, RelationDeclaration belongsTo)
    {
        if ((belongsTo.Setting("KeyFrom") ?? belongsTo.Attributes.ForeignKeyName) is { } setting)
        {
            return KeyShape.Split(setting);
        }

        var pointing = holder.Columns.FindAll(column => column.Attributes.ForeignKeyName == belongsTo.Property.Name);
        return pointing.Count == 0 ? null : [.. pointing.OrderBy(static column => column.Attributes.ColumnOrder ?? int.MaxValue).Select(static column => column.Name)];
    }

    /// <summary>What the part of a foreign key is called that refers to a part of a composite key.</summary>
    public static string PartName(INamedTypeSymbol referred, string part) => referred.Name + part;

    /// <summary>The column that a part of a foreign key to a composite key is, or null.</summary>
    public static ColumnShape? Part(EntityShape holder, INamedTypeSymbol referred, string part, bool isThrough) =>
        holder.Column(PartName(referred, part)) ?? (isThrough ? holder.Column(part) : null);

    /// <summary>Whether the column refers to another entity, as far as the model itself and the names around it say.</summary>
    public static bool IsForeignKey(ParseScope scope, EntityShape shape, ColumnShape column) =>
        column.Attributes.ForeignKey is not null
        || shape.Relations.Exists(relation => relation.Kind == RelationKind.BelongsTo && (NamedKey(shape, relation) ?? [relation.Type.Element?.Name + "Id"]).Any(name => name == column.Name))
        || (NearbyEntity(shape.Type, column.Name) is { } other && !SymbolEqualityComparer.Default.Equals(other, shape.Type));

    /// <summary>The entity X that a name <c>&lt;X&gt;Id</c> speaks of, in the type's own namespace or one around it.</summary>
    public static INamedTypeSymbol? NearbyEntity(INamedTypeSymbol type, string key) =>
        key.Length > 2 && key.EndsWith("Id", StringComparison.Ordinal) ? EntityNamed(type, key.Substring(0, key.Length - 2)) : null;

    /// <summary>The entities X that a name <c>&lt;X&gt;&lt;Key&gt;</c> may speak of, longer names first.</summary>
    public static IEnumerable<INamedTypeSymbol> NearbyEntities(INamedTypeSymbol type, string key)
    {
        for (var end = key.Length - 1; end > 0; end--)
        {
            if (char.IsUpper(key[end]) && EntityNamed(type, key.Substring(0, end)) is { } found)
            {
                yield return found;
            }
        }
    }

    private static INamedTypeSymbol? EntityNamed(INamedTypeSymbol type, string name)
    {
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

    private static KeyShape? ByName(EntityShape holder, INamedTypeSymbol referred, IReadOnlyList<string> key, bool isThrough)
    {
        if (key is not [var single])
        {
            var parts = key.Select(part => Part(holder, referred, part, isThrough)).ToList();
            return parts.Count == 0 || parts.Contains(null) ? null : new KeyShape([.. parts.OfType<ColumnShape>()]);
        }

        var column = holder.Column(referred.Name + "Id") ?? holder.Column(referred.Name + single) ?? (isThrough && single != "Id" ? holder.Column(single) : null);
        return column is null ? null : new KeyShape(column);
    }
}
