#pragma warning disable MA0048 // the parts of one grammar, a line each

namespace Relations.Querying.Json;

/// <summary>A filter, or the scope of an inclusion, whose grammar is right; names and values are not looked at yet.</summary>
internal sealed record FilterSyntax(WhereSyntax? Where, FieldsSyntax? Fields, List<OrderSyntax> Orders, PageSyntax? Limit, PageSyntax? Skip, List<IncludeSyntax> Inclusions)
{
    /// <summary>Of a filter: how many rows are read for each list where no limit is given, if not all.</summary>
    public int? Rows { get; init; }

    public static FilterSyntax Empty { get; } = new(Where: null, Fields: null, [], Limit: null, Skip: null, []);
}

/// <summary>Conditions that all hold.</summary>
internal sealed record WhereSyntax(List<MemberSyntax> Members)
{
    /// <summary>Whether nothing is asked, so that they hold for every row.</summary>
    public bool IsEmpty => Members.TrueForAll(static member => member.IsEmpty);
}

internal abstract record MemberSyntax(FilterPath Path)
{
    /// <inheritdoc cref="WhereSyntax.IsEmpty"/>
    public virtual bool IsEmpty => false;
}

/// <summary><c>and</c> or <c>or</c>.</summary>
internal sealed record JunctionSyntax(FilterPath Path, bool IsOr, List<WhereSyntax> Items) : MemberSyntax(Path)
{
    public override bool IsEmpty => IsOr ? Items.Exists(static item => item.IsEmpty) : Items.TrueForAll(static item => item.IsEmpty);
}

/// <summary>Conditions on a property.</summary>
internal sealed record PropertySyntax(FilterPath Path, string Name, List<ComparisonSyntax> Comparisons) : MemberSyntax(Path);

/// <summary>Conditions on the targets of a relation.</summary>
internal sealed record RelationSyntax(FilterPath Path, string Name, List<QuantifierSyntax> Quantifiers) : MemberSyntax(Path)
{
    public override bool IsEmpty => Quantifiers.TrueForAll(static quantifier => quantifier is { Quantifier: RelationQuantifier.All, Where.IsEmpty: true });
}

/// <summary>Conditions on the through row.</summary>
internal sealed record LinkSyntax(FilterPath Path, WhereSyntax Where) : MemberSyntax(Path)
{
    public override bool IsEmpty => Where.IsEmpty;
}

internal sealed record ComparisonSyntax(FilterOperator Operator, FilterValue Value);

internal sealed record QuantifierSyntax(RelationQuantifier Quantifier, WhereSyntax Where);

/// <summary>The properties that are asked for, or those that are not.</summary>
internal sealed record FieldsSyntax(FilterPath Path, List<NameSyntax> Names, bool AreExcluded);

internal sealed record NameSyntax(FilterPath Path, string Name);

internal sealed record OrderSyntax(FilterPath Path, string Name, bool Descending);

internal sealed record PageSyntax(FilterPath Path, int Count);

internal sealed record IncludeSyntax(FilterPath Path, string Relation, FilterSyntax? Scope);
