namespace Relations.Querying.Json;

/// <summary>The words of conditions.</summary>
internal static class FilterWords
{
    /// <summary>The through row, in conditions on the targets of a relation.</summary>
    public const string Through = "through";

    /// <summary>In the order of <see cref="FilterOperator"/>.</summary>
    public static readonly string[] Operators = ["eq", "neq", "gt", "gte", "lt", "lte", "inq", "nin", "between", "like", "nlike", "ilike", "nilike", "regexp", "exists"];

    /// <summary>In the order of <see cref="RelationQuantifier"/>.</summary>
    public static readonly string[] Quantifiers = ["some", "none", "every"];

    public static FilterOperator? OperatorOf(string word) => Array.IndexOf(Operators, word) is >= 0 and var index ? (FilterOperator)index : null;

    public static string Word(FilterOperator @operator) => Operators[(int)@operator];

    public static RelationQuantifier? QuantifierOf(string word) => Array.IndexOf(Quantifiers, word) is >= 0 and var index ? (RelationQuantifier)index : null;

    public static string Word(RelationQuantifier quantifier) => Quantifiers[(int)quantifier];

    /// <summary>True or false, which a query string can only write as text; else null.</summary>
    public static bool? AsBoolean(this FilterValue value) => value switch
    {
        BooleanValue boolean => boolean.Value,
        TextValue { Text: "true" } => true,
        TextValue { Text: "false" } => false,
        _ => null,
    };
}
