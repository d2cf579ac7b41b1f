using System.Globalization;
using System.Text;
using Relations.Querying;
using Relations.Querying.Json;

namespace Relations.Inclusion;

/// <summary>Writes inclusions as LoopBack's error message shows them.</summary>
internal static class InclusionText
{
    public static InvalidInclusionException Invalid(IEnumerable<WantedRelation> inclusions) =>
        InvalidInclusionException.Of(inclusions.Select(Write), problems: []);

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
            parts.Add($"\"order\":[{string.Join(',', scope.Orders.Where(static term => term.Column.Table is not null).Select(term => $"\"{NameOf(term.Column, scope)}{(term.Descending ? " DESC" : " ASC")}\""))}]");
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

    /// <summary>As filters name it: a column of the through rows with a prefix.</summary>
    private static string NameOf(Column column, QuerySpecification scope) =>
        (column.Table == scope.Through ? FilterWords.Through + "." : "") + column.Property.JsonName;
}
