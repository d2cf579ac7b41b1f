using System.Globalization;
using System.Text;
using Relations.Querying;

namespace Relations.Inclusion;

/// <summary>Writes inclusions as LoopBack's error message shows them.</summary>
internal static class InclusionText
{
    public static InvalidInclusionException Invalid(IEnumerable<WantedRelation> inclusions) =>
        InvalidInclusionException.Of(inclusions.Select(Write));

    private static string Write(WantedRelation inclusion)
    {
        var scope = inclusion.Scope is null ? "" : WriteScope(inclusion.Scope);
        return scope.Length == 0 ? $"\"{inclusion.Name}\"" : $"{{\"relation\":\"{inclusion.Name}\",\"scope\":{{{scope}}}}}";
    }

    private static string WriteScope(QuerySpecification scope)
    {
        var parts = new List<string>();
        if (scope.Orders.Length > 0)
        {
            parts.Add($"\"order\":[{string.Join(',', scope.Orders.Where(static term => term.Column.Table is not null).Select(static term => $"\"{term.Column.Property.JsonName}{(term.Descending ? " DESC" : " ASC")}\""))}]");
        }

        if (scope.Take is { } take)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"\"limit\":{take}"));
        }

        if (scope.Skip is { } skip)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"\"skip\":{skip}"));
        }

        if (scope.Inclusions.Length > 0)
        {
            parts.Add(new StringBuilder("\"include\":[").AppendJoin(',', scope.Inclusions.Select(Write)).Append(']').ToString());
        }

        return string.Join(',', parts);
    }
}
