using Microsoft.CodeAnalysis;
using Relations.Generator.Emitting;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Checks that the names of the emitted types are free: the user's own types and other entities may have them.</summary>
internal static class EmittedNames
{
    /// <summary>Refuses an entity of which one of the types that every entity has cannot be emitted.</summary>
    public static void Parse(ParseScope scope, EntityShape shape)
    {
        var type = shape.Type;
        var clash = NamesOf(type.Name).Where(name => IsTaken(scope, type, name.Name, name.Kind)).Select(static name => name.Name).FirstOrDefault()
            ?? (type.ContainingType is not null && Namesake(type) is not null ? type.Name + "Repository" : null);
        if (clash is not null)
        {
            shape.IsRefused = true;
            shape.Problems.Add(new(ProblemKind.EmittedNameClashes, Syntax.Identifier(type), clash, type.Name));
        }
    }

    /// <summary>Leaves out the relations of which a type cannot be emitted, with those that share it.</summary>
    public static void RemoveTaken(ParseScope scope, EntityShape shape, List<RelationModel> relations)
    {
        var extensions = shape.Type.Name + "Extensions";
        if (relations.Count > 0 && IsTaken(scope, shape.Type, extensions, EmittedKind.StaticPart))
        {
            shape.Problems.Add(new(ProblemKind.EmittedNameClashes, Syntax.Identifier(shape.Type), extensions, shape.Type.Name));
            relations.Clear();
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var relation in relations.ToList())
        {
            var clash = MembersOf(shape.Type.Name, relation).FirstOrDefault(member => !names.Add(member));
            if (clash is null && relation.SharedWith is null)
            {
                clash = NamesOf(shape.Type.Name, relation).Where(name => !names.Add(name.Name) || IsTaken(scope, shape.Type, name.Name, name.Kind)).Select(static name => name.Name).FirstOrDefault()
                    ?? NameOfAnother(scope, shape.Type, relation);
            }

            if (clash is not null)
            {
                var property = shape.Relations.Find(declaration => declaration.Property.Name == relation.Property)!.Property;
                shape.Problems.Add(new(ProblemKind.EmittedNameClashes, Syntax.Identifier(property), clash, $"{shape.Type.Name}.{relation.Property}"));
                relations.RemoveAll(other => other == relation || other.SharedWith == relation.Property);
            }
        }
    }

    private static IEnumerable<(string Name, EmittedKind Kind)> NamesOf(string entity) =>
    [
        (entity + "Repository", EmittedKind.Part),
        (entity + "Properties", EmittedKind.Whole),
        (entity + "Patch", EmittedKind.Whole),
        (entity + "Definition", EmittedKind.Whole),
    ];

    private static IEnumerable<(string Name, EmittedKind Kind)> NamesOf(string entity, RelationModel relation)
    {
        var name = entity + relation.Property;
        yield return (name + "Relation", EmittedKind.Part);
        if (relation.Through?.Carried.Any() is true)
        {
            yield return (name + "ThroughData", EmittedKind.Whole);
        }

        if (relation.HasTypes)
        {
            yield return (relation.Target.Properties, EmittedKind.Whole);
            if (relation.Through is not null)
            {
                yield return (relation.Target.Patch, EmittedKind.Whole);
                foreach (var type in relation.Polymorphic!.Types)
                {
                    yield return (name + type.Entity.Name + "Relation", EmittedKind.Part);
                }
            }
        }
    }

    /// <summary>What a relation adds to the entity's repository and to the entity itself: that of another may be the same, as <c>Lines</c> and <c>lines</c> both have <c>linesSlot</c>.</summary>
    private static IEnumerable<string> MembersOf(string entity, RelationModel relation)
    {
        yield return $"{entity}Repository.{Names.RelationMethod(entity, relation)}";
        if (relation.Setter.Slot is { } slot)
        {
            yield return $"{entity}.{slot}";
        }
    }

    /// <summary>Whether the user has a type of the name, or a namespace. Part of an emitted class may be his own, but no entity can be part of another's types.</summary>
    private static bool IsTaken(ParseScope scope, INamedTypeSymbol entity, string name, EmittedKind kind)
    {
        foreach (var member in entity.ContainingNamespace.GetMembers(name))
        {
            if (Syntax.IsUserWritten(member) && member is not INamedTypeSymbol { Arity: > 0 } && !(member is INamedTypeSymbol type && IsPart(type)))
            {
                return true;
            }
        }

        return false;

        bool IsPart(INamedTypeSymbol type) =>
            kind != EmittedKind.Whole && type is { TypeKind: TypeKind.Class, IsRecord: false } && (kind == EmittedKind.StaticPart || !type.IsStatic) && !type.IsEntity() && PartParser.CanBeExtended(type, scope.Cancel);
    }

    /// <summary>The name that is emitted for another entity too, or null: <c>OrderItemLinesRelation</c> for OrderItem.Lines and for Order.ItemLines.</summary>
    private static string? NameOfAnother(ParseScope scope, INamedTypeSymbol entity, RelationModel relation)
    {
        var space = entity.ContainingNamespace;
        var name = entity.Name + relation.Property;
        if (relation.HasTypes && space.GetTypeMembers(name, 0).Any(static other => other.IsEntity()))
        {
            return relation.Target.Properties;
        }

        for (var length = 1; length < entity.Name.Length; length++)
        {
            if (space.GetTypeMembers(entity.Name.Substring(0, length), 0) is [var other, ..] && other.IsEntity())
            {
                scope.Read(other);
                if (other.GetMembers(name.Substring(length)).OfType<IPropertySymbol>().Any(static property => PropertyAttributes.Of(property).IsRelation))
                {
                    return name + "Relation";
                }
            }
        }

        return null;
    }

    /// <summary>Another entity of the same name in the namespace, which emits its types before a nested one does.</summary>
    private static INamedTypeSymbol? Namesake(INamedTypeSymbol nested)
    {
        if (nested.ContainingNamespace.GetTypeMembers(nested.Name, 0) is [var outer, ..] && outer.IsEntity())
        {
            return outer;
        }

        foreach (var type in nested.ContainingNamespace.GetTypeMembers())
        {
            if (Find(type, nested) is { } namesake)
            {
                return SymbolEqualityComparer.Default.Equals(namesake, nested) ? null : namesake;
            }
        }

        return null;
    }

    private static INamedTypeSymbol? Find(INamedTypeSymbol type, INamedTypeSymbol nested)
    {
        if (type.Name == nested.Name && type.Arity == 0 && type.IsEntity())
        {
            return type;
        }

        return type.GetTypeMembers().Select(inner => Find(inner, nested)).FirstOrDefault(static found => found is not null);
    }

    /// <summary>What else may be called like an emitted type.</summary>
    private enum EmittedKind
    {
        /// <summary>Nothing.</summary>
        Whole,

        /// <summary>A part of the class that the user writes.</summary>
        Part,

        /// <summary>A part of the class that the user writes, which is static.</summary>
        StaticPart,
    }
}
