using Microsoft.CodeAnalysis;

namespace Relations.Generator.Parsing;

/// <summary>Reports an entity without a primary key, and what keeps the property that looks like one from being it.</summary>
internal static class MissingKey
{
    public static void Report(EntityShape shape)
    {
        if (!shape.Problems.Exists(problem => Explains(problem, shape)))
        {
            shape.Problems.Add(new(ProblemKind.EntityLacksPrimaryKey, Syntax.Identifier(shape.Type), shape.Type.Name, Remedy(shape)));
        }
    }

    /// <summary>Whether the key is missing because of another problem.</summary>
    private static bool Explains(Problem problem, EntityShape shape) => problem switch
    {
        { Kind: ProblemKind.MarkedMemberHasNoColumn, Arguments: [_, _, "is marked [Key]", _] } => true,
        { Kind: ProblemKind.PropertyTypeHasNoColumn, Arguments: [_, var property, ..] } => IsMeant(property, shape),
        { Kind: ProblemKind.EntityCannotBeMapped } => shape.Construction is null && PrimaryKeyParser.NamesOf(shape.Type).Any(name => IsForConstructor(name, shape)),
        _ => false,
    };

    private static bool IsMeant(string property, EntityShape shape) =>
        PrimaryKeyParser.NamesOf(shape.Type).Contains(property, StringComparer.Ordinal) || MemberOf(shape.Type, property) is { } member && PropertyAttributes.Of(member).Key is not null;

    /// <summary>Whether a constructor alone could set the property.</summary>
    private static bool IsForConstructor(string property, EntityShape shape) =>
        shape.WithoutColumn.TryGetValue(property, out var obstacle) && obstacle == ColumnObstacles.CannotBeSet;

    private static string Remedy(EntityShape shape)
    {
        foreach (var name in PrimaryKeyParser.NamesOf(shape.Type))
        {
            if (MemberOf(shape.Type, name) is { } member && (ColumnObstacles.OfOther(member) ?? (shape.WithoutColumn.TryGetValue(name, out var known) ? known : null)) is { } obstacle)
            {
                return $"'{name}' cannot be it: {obstacle}; declare it as public {TypeOf(member)} {name} {{ get; init; }}, or mark its key with [Key]";
            }
        }

        foreach (var name in PrimaryKeyParser.NamesOf(shape.Type))
        {
            if (shape.Columns.Find(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)) is { } other)
            {
                return $"'{other.Name}' differs in case from '{name}'; name it so, or mark it with [Key]";
            }
        }

        return "add a property 'Id', or mark its key with [Key]";
    }

    private static string TypeOf(ISymbol member) =>
        TypeText.WithoutNull(member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type).ToDisplayString();

    /// <summary>The property or field of this name, that of the most derived type.</summary>
    private static ISymbol? MemberOf(INamedTypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).FirstOrDefault(static member => member is IPropertySymbol or IFieldSymbol) is { } member)
            {
                return member;
            }
        }

        return null;
    }
}
