using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>What a relation says of a foreign key: the key of which entity it refers to.</summary>
/// <param name="Source">The entity that has the relation.</param>
/// <param name="Relation">The relation's property.</param>
/// <param name="Place">The place of the relation among those of the entity.</param>
/// <param name="Holder">The model that holds the foreign key.</param>
/// <param name="ForeignKey">The foreign key.</param>
/// <param name="Target">The entity that it refers to.</param>
/// <param name="Key">The key that it refers to, in the foreign key's order.</param>
internal sealed record ForeignKeyReference(INamedTypeSymbol Source, string Relation, int Place, ReferredEntity Holder, EquatableArray<string> ForeignKey, ReferredEntity Target, EquatableArray<string> Key)
{
    /// <summary>Whether the relation is declared in a base class of the entity that has it.</summary>
    public bool IsInherited => Property is not { } property || !SymbolEqualityComparer.Default.Equals(property.ContainingType, Source);

    public string RelationName => $"{Source.Name}.{Relation}";

    public string ForeignKeyText => Text(ForeignKey);

    /// <summary>The key that is referred to, with the entity's namespace where another has its name.</summary>
    public string KeyText(bool hasNamespace) => $"{(hasNamespace ? Target.FullName.Replace("global::", "") : Target.Name)}.{Text(Key)}";

    /// <summary>What is to be changed: the relation's property, or the entity that inherits it.</summary>
    public Location Location => Syntax.Identifier(IsInherited ? Source : Property!);

    private IPropertySymbol? Property => Source.GetMembers(Relation).OfType<IPropertySymbol>().FirstOrDefault(static property => property.PartialDefinitionPart is null);

    /// <summary>The key that is referred to, where the foreign key's properties stand in this order.</summary>
    public EquatableArray<string> KeyBy(EquatableArray<string> foreignKey)
    {
        var places = ForeignKey.ToList();
        return foreignKey.Select(name => Key[places.IndexOf(name)]).ToEquatableArray();
    }

    private static string Text(EquatableArray<string> key) => key.Count == 1 ? key[0] : $"({string.Join(", ", key)})";
}
