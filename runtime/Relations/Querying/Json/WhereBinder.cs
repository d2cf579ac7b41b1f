using System.Globalization;
using Relations.Definitions;

namespace Relations.Querying.Json;

/// <summary>Makes of conditions in a filter those that lambdas make.</summary>
internal sealed class WhereBinder(FilterSurroundings surroundings, FilterProblems problems)
{
    /// <summary>Binds conditions that all hold.</summary>
    /// <param name="where">The conditions.</param>
    /// <param name="table">The rows that they are about.</param>
    /// <param name="through">The through rows that lead there, where there are any.</param>
    public ConditionNode Bind(WhereSyntax where, TableReference table, TableReference? through)
    {
        ConditionNode all = ConstantNode.True;
        foreach (var member in where.Members)
        {
            all = ConditionNode.And(all, Bind(member, table, through));
        }

        return all;
    }

    private ConditionNode Bind(MemberSyntax member, TableReference table, TableReference? through)
    {
        switch (member)
        {
            case JunctionSyntax junction:
                return Bind(junction, table, through);
            case PropertySyntax property:
                return Bind(property, table);
            case RelationSyntax relation:
                return Bind(relation, table);
            case LinkSyntax link when through is not null:
                return Bind(link.Where, through, through: null);
            default:
                problems.Add(member.Path, $"no through rows lead to this {table.Definition.Name}; conditions on them stand with those on the targets of a relation through a model");
                return ConstantNode.True;
        }
    }

    private ConditionNode Bind(JunctionSyntax junction, TableReference table, TableReference? through)
    {
        ConditionNode bound = junction.IsOr ? ConstantNode.False : ConstantNode.True;
        foreach (var item in junction.Items)
        {
            var condition = Bind(item, table, through);
            bound = junction.IsOr ? ConditionNode.Or(bound, condition) : ConditionNode.And(bound, condition);
        }

        return bound;
    }

    private ConditionNode Bind(PropertySyntax property, TableReference table)
    {
        if (table.FindRelations(property.Name).Count > 0 && table.Definition.Properties.All(other => other.JsonName != property.Name))
        {
            problems.Add(property.Path, $"\"{property.Name}\" is a relation; use some, none or every");
            return ConstantNode.True;
        }

        ConditionNode all = ConstantNode.True;
        if (table.Definition.FindProperty(property.Name, property.Path, problems) is { } found)
        {
            foreach (var comparison in property.Comparisons)
            {
                all = ConditionNode.And(all, Bind(comparison, table.Column(found)));
            }
        }

        return all;
    }

    private ConditionNode Bind(ComparisonSyntax comparison, Column column)
    {
        var (refused, without) = column.Type switch
        {
            ColumnType.Text when !surroundings.StoresNul => (Find(comparison.Value, static value => value is TextValue { Text: var text } && text.Contains('\0', StringComparison.Ordinal)), "texts with NUL"),
            ColumnType.UInt64 => (Find(comparison.Value, IsTooGreat), "integers greater than " + surroundings.GreatestInteger.ToString(CultureInfo.InvariantCulture)),
            _ => default,
        };
        if (refused is null)
        {
            return Compare(comparison, column);
        }

        problems.Add(refused.Path, $"{surroundings.Database} has no {without}, got {refused.Shown}");
        return ConstantNode.True;

        bool IsTooGreat(FilterValue value) => FilterNumbers.TryReadInteger(value, column.Property, out ulong number) && number > surroundings.GreatestInteger;
    }

    private static FilterValue? Find(FilterValue value, Predicate<FilterValue> isSought) => value is ListValue { Items: var items } ? items.Find(isSought) : isSought(value) ? value : null;

    private ConditionNode Compare(ComparisonSyntax comparison, Column column) => comparison.Operator switch
    {
        FilterOperator.Exists => new NullNode(column, IsNull: comparison.Value.AsBoolean() == false),
        FilterOperator.Like => Match(column, comparison.Value, TextMatch.Like, ignoreCase: false, negated: false),
        FilterOperator.Nlike => Match(column, comparison.Value, TextMatch.Like, ignoreCase: false, negated: true),
        FilterOperator.Ilike => Match(column, comparison.Value, TextMatch.Like, ignoreCase: true, negated: false),
        FilterOperator.Nilike => Match(column, comparison.Value, TextMatch.Like, ignoreCase: true, negated: true),
        FilterOperator.Regexp => MatchRegularExpression(column, comparison.Value),
        _ => ColumnComparer.Of(column.Type).Compare(column, comparison.Operator, comparison.Value, problems)?.Node ?? ConstantNode.True,
    };

    private ConditionNode Match(Column column, FilterValue value, TextMatch match, bool ignoreCase, bool negated)
    {
        if (column.Type == ColumnType.Text && !column.Property.ValueType.IsEnum)
        {
            return new TextNode(column, match, ((TextValue)value).Text, ignoreCase, negated);
        }

        problems.Add(value.Path, $"\"{column.Property.JsonName}\" is no text, and only text can be searched");
        return ConstantNode.True;
    }

    /// <summary>As in LoopBack, the text of a JavaScript expression (<c>/^a/i</c>) is taken too.</summary>
    private ConditionNode MatchRegularExpression(Column column, FilterValue value)
    {
        if (!surroundings.HasRegularExpressions)
        {
            problems.Add(value.Path, $"{surroundings.Database} has no regular expressions; use like");
            return ConstantNode.True;
        }

        var text = ((TextValue)value).Text;
        var end = text.Length > 1 && text[0] == '/' ? text.LastIndexOf('/') : 0;
        if (end == 0)
        {
            return Match(column, value, TextMatch.RegularExpression, ignoreCase: false, negated: false);
        }

        var flags = text[(end + 1)..];
        if (flags is not ("" or "i"))
        {
            problems.Add(value.Path, $"unknown flag of a regular expression in {value.Shown}; only i is known");
        }

        return Match(column, new TextValue(value.Path, text[1..end]), TextMatch.RegularExpression, flags.Length > 0, negated: false);
    }

    private ConditionNode Bind(RelationSyntax relation, TableReference table)
    {
        var found = table.FindRelations(relation.Name);
        if (found.Count == 0)
        {
            problems.Add(relation.Path, table.UnknownRelation(relation.Name));
            return ConstantNode.True;
        }

        ConditionNode all = ConstantNode.True;
        foreach (var quantifier in relation.Quantifiers)
        {
            all = ConditionNode.And(all, Bind(quantifier, found));
        }

        return all;
    }

    /// <summary>Where targets are of several types, a row is of one of them: to the relations of the others it has no targets.</summary>
    private ConditionNode Bind(QuantifierSyntax quantifier, List<(TableReference Source, RelationDefinition Relation)> relations)
    {
        ConditionNode? bound = null;
        foreach (var (source, relation) in relations)
        {
            var node = new RelationNode(RelatedRows.Of(source, relation, (target, through) => Bind(quantifier.Where, target, through)), quantifier.Quantifier);
            bound = bound is null ? node : quantifier.Quantifier == RelationQuantifier.Any ? ConditionNode.Or(bound, node) : ConditionNode.And(bound, node);
        }

        return bound!;
    }
}
