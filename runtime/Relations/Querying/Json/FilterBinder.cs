using Relations.Definitions;

namespace Relations.Querying.Json;

/// <summary>Looks up a filter's names in the definitions, gives its values their types, and adds it to a query.</summary>
internal sealed class FilterBinder
{
    private readonly FilterSurroundings surroundings;
    private readonly int? rows;
    private readonly FilterProblems problems = new();
    private readonly List<IncludeSyntax> impossible = [];
    private readonly FilterProblems inclusionProblems = new();
    private readonly WhereBinder conditions;

    private FilterBinder(FilterSurroundings surroundings, int? rows)
    {
        this.surroundings = surroundings;
        this.rows = rows;
        conditions = new(surroundings, problems);
    }

    /// <summary>The query with what the filter wants.</summary>
    /// <exception cref="InvalidFilterException">Something is wrong.</exception>
    /// <exception cref="InvalidInclusionException">Nothing is wrong but that relations cannot be included.</exception>
    public static QuerySpecification Bind(FilterSyntax filter, QuerySpecification query, FilterSurroundings surroundings)
    {
        var binder = new FilterBinder(surroundings, filter.Rows);
        var bound = binder.Bind(filter, query, filter.Rows);
        if (binder.problems.IsEmpty && binder.impossible.Count > 0)
        {
            throw InvalidInclusionException.Of(binder.impossible.Select(FilterWriter.Write), binder.inclusionProblems.All);
        }

        binder.problems.Add(binder.inclusionProblems);
        binder.problems.ThrowIfAny();
        return bound;
    }

    private QuerySpecification Bind(FilterSyntax filter, QuerySpecification query, int? most)
    {
        if (filter.Where is { Members.Count: > 0 } where)
        {
            query = query.Where(conditions.Bind(where, query.Target, query.Through));
        }

        query = BindFields(filter.Fields, query);
        query = BindOrders(filter.Orders, query);
        query = query.Within(filter.Skip?.Count ?? 0, filter.Limit?.Count ?? most);
        foreach (var inclusion in filter.Inclusions)
        {
            query = BindInclusion(inclusion, query);
        }

        return query;
    }

    private QuerySpecification BindFields(FieldsSyntax? fields, QuerySpecification query)
    {
        if (fields is null)
        {
            return query;
        }

        var named = new SortedSet<int>();
        foreach (var name in fields.Names)
        {
            if (query.Target.Definition.FindProperty(name.Name, name.Path, problems) is { } property)
            {
                named.Add(property.Ordinal);
            }
        }

        var read = query.Fields ?? Enumerable.Range(0, query.Target.Definition.Properties.Count);
        int[] wanted = [.. read.Where(ordinal => named.Contains(ordinal) != fields.AreExcluded)];
        if (wanted.Length > 0)
        {
            return fields.AreExcluded ? query.WithFieldsLeft(wanted) : query.WithFields(wanted);
        }

        if (named.Count > 0)
        {
            problems.Add(fields.Path, "leaves no property to be read");
        }

        return query;
    }

    private QuerySpecification BindOrders(List<OrderSyntax> orders, QuerySpecification query)
    {
        var terms = new List<(Column Column, bool Descending)>();
        foreach (var order in orders)
        {
            if (FindColumn(order, query) is { } column && !terms.Exists(term => term.Column.Table == column.Table && term.Column.Property == column.Property))
            {
                terms.Add((column, order.Descending));
            }
        }

        for (var index = 0; index < terms.Count; index++)
        {
            var (column, isDescending) = terms[index];
            query = index == 0 ? query.OrderBy(column, isDescending) : query.ThenBy(column, isDescending);
        }

        return query;
    }

    private Column? FindColumn(OrderSyntax order, QuerySpecification query)
    {
        const string ThroughPrefix = FilterWords.Through + ".";
        var (table, name) = query.Through is { } through && order.Name.StartsWith(ThroughPrefix, StringComparison.Ordinal)
            ? (through, order.Name[ThroughPrefix.Length..])
            : (query.Target, order.Name);
        return table.Definition.FindProperty(name, order.Path, problems) is { } property ? table.Column(property) : null;
    }

    private QuerySpecification BindInclusion(IncludeSyntax inclusion, QuerySpecification query)
    {
        var found = query.Target.FindRelations(inclusion.Relation);
        if (found.Count == 0)
        {
            return CanIncludeNamed(inclusion.Relation, query.Target) ? BindNamed(inclusion, query) : Refuse(inclusion, query, query.Target.UnknownRelation(inclusion.Relation));
        }

        foreach (var (_, relation) in found)
        {
            query = BindInclusion(inclusion, relation, query);
        }

        return query;
    }

    private QuerySpecification BindInclusion(IncludeSyntax inclusion, RelationDefinition relation, QuerySpecification query)
    {
        if (!surroundings.CanInclude(relation.Source, relation.Name))
        {
            return Refuse(inclusion, query, $"\"{relation.Name}\" cannot be included");
        }

        var most = relation.TargetsMany && !surroundings.HasOwnResolver(relation.Source, relation.Name) ? rows : null;
        var scope = most is null ? null : QuerySpecification.OfTargets(relation).Within(skip: 0, most);
        if (inclusion.Scope is { } wanted)
        {
            if (surroundings.HasOwnResolver(relation.Source, relation.Name))
            {
                return RefuseScope(inclusion, query);
            }

            CheckScope(relation, wanted);
            scope = Bind(wanted, QuerySpecification.OfTargets(relation), most);
        }

        if (!query.Includes(relation.Name, relation))
        {
            return query.Include(relation, scope);
        }

        problems.Add(inclusion.Path, $"\"{relation.Name}\" is included twice; include it once, with one scope");
        return query;
    }

    /// <summary>Whether a resolver of the user's own is registered under a name that is no relation's, not even of one that filters cannot name.</summary>
    private bool CanIncludeNamed(string name, TableReference table) =>
        !table.Definition.Relations.ContainsKey(name) && table.Types.All(type => !type.Definition.Relations.ContainsKey(name)) && surroundings.CanInclude(table.Definition, name);

    /// <summary>Includes what is no relation, but has a resolver of the user's own.</summary>
    private QuerySpecification BindNamed(IncludeSyntax inclusion, QuerySpecification query)
    {
        if (inclusion.Scope is not null)
        {
            return RefuseScope(inclusion, query);
        }

        if (!query.Includes(inclusion.Relation, relation: null))
        {
            return query.Include(inclusion.Relation);
        }

        problems.Add(inclusion.Path, $"\"{inclusion.Relation}\" is included twice");
        return query;
    }

    private QuerySpecification RefuseScope(IncludeSyntax inclusion, QuerySpecification query)
    {
        problems.Add(inclusion.Path.Then("scope"), $"\"{inclusion.Relation}\" is included by a resolver of its own and takes no scope");
        return query;
    }

    private QuerySpecification Refuse(IncludeSyntax inclusion, QuerySpecification query, string message)
    {
        impossible.Add(inclusion);
        inclusionProblems.Add(inclusion.Path, message);
        return query;
    }

    private void CheckScope(RelationDefinition relation, FilterSyntax scope)
    {
        if (relation.TargetsMany)
        {
            return;
        }

        foreach (var path in new[] { scope.Orders.FirstOrDefault()?.Path, scope.Limit?.Path, scope.Skip?.Path }.OfType<FilterPath>())
        {
            problems.Add(path, $"\"{relation.Name}\" leads to one {relation.Target.Name}; order, limit and skip are for many");
        }
    }
}
