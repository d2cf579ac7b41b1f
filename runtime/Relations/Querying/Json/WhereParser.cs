namespace Relations.Querying.Json;

/// <summary>Checks the grammar of conditions.</summary>
internal sealed class WhereParser(FilterLimits limits, FilterProblems problems)
{
    private static readonly string[] Words = [.. FilterWords.Operators, .. FilterWords.Quantifiers];

    private int conditions;

    public WhereSyntax? Parse(FilterValue value, int depth)
    {
        if (depth > limits.Depth)
        {
            problems.Add(value.Path, $"nested more than {limits.Depth} levels deep");
            return null;
        }

        if (value is not ObjectValue { Members: var members })
        {
            problems.Add(value.Path, $"expected an object of conditions, got {value.Shown}");
            return null;
        }

        var parsed = new List<MemberSyntax>(members.Count);
        foreach (var (name, part) in members)
        {
            var member = name switch
            {
                "and" or "or" => ParseJunction(part, isOr: name == "or", depth),
                FilterWords.Through when part is ObjectValue => Parse(part, depth + 1) is { } where ? new LinkSyntax(part.Path, where) : null,
                _ => ParseMember(name, part, depth),
            };
            if (member is not null)
            {
                parsed.Add(member);
            }
        }

        return new(parsed);
    }

    private JunctionSyntax? ParseJunction(FilterValue value, bool isOr, int depth)
    {
        if (value is not ListValue { Items: { Count: > 0 } items })
        {
            problems.Add(value.Path, $"expected a list of at least one condition, got {(value is ListValue ? "an empty one" : value.Shown)}");
            return null;
        }

        var parsed = new List<WhereSyntax>(items.Count);
        foreach (var item in items)
        {
            if (Parse(item, depth + 1) is { } where)
            {
                parsed.Add(where);
            }
        }

        return new(value.Path, isOr, parsed);
    }

    private MemberSyntax? ParseMember(string name, FilterValue value, int depth)
    {
        switch (value)
        {
            case ListValue:
                problems.Add(value.Path, "expected a value or an object with an operator, got a list; to compare with several values, use inq");
                return null;
            case ObjectValue { Members: [] }:
                problems.Add(value.Path, "expected an operator, got an empty object");
                return null;
            case ObjectValue { Members: var members } when members.Exists(static member => FilterWords.QuantifierOf(member.Key) is not null):
                return ParseRelation(name, value.Path, members, depth);
            case ObjectValue { Members: var members }:
                return ParseProperty(name, value.Path, members);
            default:
                Count(value.Path);
                return new PropertySyntax(value.Path, name, [new(FilterOperator.Eq, value)]);
        }
    }

    private RelationSyntax ParseRelation(string name, FilterPath path, List<KeyValuePair<string, FilterValue>> members, int depth)
    {
        var quantifiers = new List<QuantifierSyntax>(members.Count);
        foreach (var (word, part) in members)
        {
            Count(part.Path);
            if (FilterWords.QuantifierOf(word) is not { } quantifier)
            {
                problems.Add(part.Path, FilterNames.Unknown("quantifier", word, FilterWords.Quantifiers));
            }
            else if (Parse(part, depth + 1) is { } where)
            {
                quantifiers.Add(new(quantifier, where));
            }
        }

        return new(path, name, quantifiers);
    }

    private PropertySyntax ParseProperty(string name, FilterPath path, List<KeyValuePair<string, FilterValue>> members)
    {
        var comparisons = new List<ComparisonSyntax>(members.Count);
        foreach (var (word, part) in members)
        {
            Count(part.Path);
            if (FilterWords.OperatorOf(word) is not { } @operator)
            {
                problems.Add(part.Path, FilterNames.Unknown("operator", word, Words));
            }
            else if (@operator == FilterOperator.Regexp && !limits.RegularExpressions)
            {
                problems.Add(part.Path, "regular expressions are not allowed; use like");
            }
            else if (ExpectedBy(@operator, part) is { } expected)
            {
                problems.Add(part.Path, $"expected {expected}, got {part.Shown}");
            }
            else
            {
                comparisons.Add(new(@operator, part));
            }
        }

        return new(path, name, comparisons);
    }

    /// <summary>What an operator wants where it has got something else.</summary>
    private static string? ExpectedBy(FilterOperator @operator, FilterValue value)
    {
        switch (@operator)
        {
            case FilterOperator.Eq or FilterOperator.Neq:
                return IsSingle(value) ? null : "a value";
            case FilterOperator.Inq or FilterOperator.Nin:
                return value is ListValue { Items: var items } && items.TrueForAll(IsSingle) ? null : "a list of values";
            case FilterOperator.Between:
                return value is ListValue { Items: [var from, var to] } && IsThere(from) && IsThere(to) ? null : "a list of two values other than null";
            case FilterOperator.Exists:
                return value.AsBoolean() is not null ? null : "true or false";
            case FilterOperator.Gt or FilterOperator.Gte or FilterOperator.Lt or FilterOperator.Lte:
                return IsThere(value) ? null : "a value other than null";
            default:
                return value is TextValue ? null : "a text";
        }

        static bool IsSingle(FilterValue value) => value is not (ListValue or ObjectValue);

        static bool IsThere(FilterValue value) => IsSingle(value) && value is not NullValue;
    }

    private void Count(FilterPath path)
    {
        conditions++;
        if (conditions == limits.Conditions + 1)
        {
            problems.Add(path, $"more than {limits.Conditions} conditions");
        }
    }
}
