using Microsoft.CodeAnalysis;
using Relations.Generator.Model;

namespace Relations.Generator.Parsing;

/// <summary>Parses <c>[Entity(Unique = …)]</c>: properties that are unique together. Names that do not exist are left out.</summary>
internal static class UniqueParser
{
    public static void Parse(ParseScope scope, EntityShape shape)
    {
        var attribute = KnownSymbols.Attribute(shape.Type, KnownSymbols.Relations, "EntityAttribute");
        var names = attribute?.NamedArguments.FirstOrDefault(static argument => argument.Key == "Unique").Value;
        if (attribute is null || names is not { Kind: TypedConstantKind.Array, IsNull: false } array || Syntax.IsUnclear(attribute, scope.Cancel))
        {
            return;
        }

        var together = array.Values.Select(static value => value.Value as string).OfType<string>().ToArray();
        if (Contradiction(together) is { } contradiction)
        {
            shape.Problems.Add(new(ProblemKind.EntityCannotBeMapped, Syntax.Setting(attribute, "Unique", scope.Cancel) ?? Syntax.Identifier(shape.Type), shape.Type.Name, contradiction));
            return;
        }

        var missing = Array.FindAll(together, name => shape.Column(name) is null);
        foreach (var name in missing)
        {
            shape.Problems.Add(new(
                ProblemKind.NamedKeyDoesNotExist,
                Syntax.Setting(attribute, "Unique", scope.Cancel) ?? Syntax.Identifier(shape.Type),
                shape.Type.Name, name, "Unique", Suggestion.For(name, shape.Columns.Select(static column => column.Name))));
        }

        if (missing.Length > 0)
        {
            return;
        }

        if (together.Length == 1)
        {
            var column = shape.Column(together[0])!;
            shape.Columns[column.Model.Ordinal] = column with { Model = column.Model with { Kinds = column.Model.Kinds | PropertyKinds.Unique } };
        }
        else if (together.Length > 1)
        {
            shape.Unique.Add(together);
        }
    }

    private static string? Contradiction(string[] together) =>
        together.Length == 0 ? "its Unique names no property"
        : together.GroupBy(static name => name, StringComparer.Ordinal).FirstOrDefault(static same => same.Count() > 1) is { } twice ? $"its Unique names '{twice.Key}' twice"
        : null;
}
