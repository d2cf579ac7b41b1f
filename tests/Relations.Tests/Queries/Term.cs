using System.Text;
using System.Text.RegularExpressions;
using Relations.Querying;

namespace Relations.Tests.Queries;

/// <summary>A condition as the library takes it, and as memory answers it: true, false, or null where SQL does not know.</summary>
internal sealed record Term<TProperties, TRow>(string Text, Func<TProperties, Condition> Sql, Func<TRow, bool?> Truth)
{
    public Term<TProperties, TRow> And(Term<TProperties, TRow> other) =>
        new($"({Text} && {other.Text})", p => Sql(p) && other.Sql(p), row => Truth(row) & other.Truth(row));

    public Term<TProperties, TRow> Or(Term<TProperties, TRow> other) =>
        new($"({Text} || {other.Text})", p => Sql(p) || other.Sql(p), row => Truth(row) | other.Truth(row));

    public Term<TProperties, TRow> Not() => new($"!{Text}", p => !Sql(p), row => !Truth(row));

    public override string ToString() => Text;
}

/// <summary>Makes terms by chance.</summary>
internal static class Term
{
    /// <summary>Joins terms of a maker by and, or and not.</summary>
    public static Term<TProperties, TRow> Any<TProperties, TRow>(Random random, int depth, Func<Random, Term<TProperties, TRow>> atom) => (depth <= 0 ? 9 : random.Next(10)) switch
    {
        < 3 => Any(random, depth - 1, atom).And(Any(random, depth - 1, atom)),
        < 6 => Any(random, depth - 1, atom).Or(Any(random, depth - 1, atom)),
        6 => Any(random, depth - 1, atom).Not(),
        _ => atom(random),
    };

    /// <summary>A comparison of a column with values of a pool.</summary>
    public static Term<TProperties, TRow> Column<TProperties, TRow, T>(Random random, string name, Func<TProperties, Column<T>> column, Func<TRow, T?> get, T[] pool, Comparison<T>? order = null, bool isNullable = false)
    {
        order ??= Comparer<T>.Default.Compare;
        var value = SampleWorld.Of(random, pool);
        var other = SampleWorld.Of(random, pool);
        Func<TRow, bool?> Compare(Func<int, bool> isMet) => row => get(row) is { } own ? isMet(order(own, value)) : null;
        var isLeft = random.Next(2) == 0; // the column
        switch (random.Next(isNullable ? 12 : 9))
        {
            case 0:
                return new($"{name} == {value}", p => isLeft ? column(p) == value : value == column(p), Compare(static sign => sign == 0));
            case 1:
                return new($"{name} != {value}", p => isLeft ? column(p) != value : value != column(p), Compare(static sign => sign != 0));
            case 2:
                return new($"{name} < {value}", p => isLeft ? column(p) < value : value > column(p), Compare(static sign => sign < 0));
            case 3:
                return new($"{name} <= {value}", p => isLeft ? column(p) <= value : value >= column(p), Compare(static sign => sign <= 0));
            case 4:
                return new($"{name} > {value}", p => isLeft ? column(p) > value : value < column(p), Compare(static sign => sign > 0));
            case 5:
                return new($"{name} >= {value}", p => isLeft ? column(p) >= value : value <= column(p), Compare(static sign => sign >= 0));
            case 6:
                return new($"{name} between {value} and {other}", p => column(p).Between(value, other), row => get(row) is { } own ? order(own, value) >= 0 && order(own, other) <= 0 : null);
            case 7:
                var some = random.GetItems(pool, random.Next(4));
                return new($"{name} in [{string.Join(", ", some)}]", p => column(p).In(some), row => some.Length == 0 ? false : get(row) is { } own ? Array.Exists(some, one => order(one, own) == 0) : null);
            case 8:
                var none = random.GetItems(pool, random.Next(4));
                return new($"{name} not in [{string.Join(", ", none)}]", p => column(p).NotIn(none), row => none.Length == 0 ? true : get(row) is { } own ? !Array.Exists(none, one => order(one, own) == 0) : null);
            case 9:
                return new($"{name} == null", p => isLeft ? column(p) == default(T) : default(T) == column(p), row => get(row) is null);
            case 10:
                return new($"{name} != null", p => isLeft ? column(p) != default(T) : default(T) != column(p), row => get(row) is not null);
            default:
                T?[] withNull = [default, value];
                return random.Next(2) == 0
                    ? new($"{name} in [null, {value}]", p => column(p).In(withNull!), row => get(row) is not { } own || order(own, value) == 0)
                    : new($"{name} not in [null, {value}]", p => column(p).NotIn(withNull!), row => get(row) is { } own && order(own, value) != 0);
        }
    }

    /// <summary>A condition that only text has.</summary>
    public static Term<TProperties, TRow> Text<TProperties, TRow>(Random random, string name, Func<TProperties, Column<string>> column, Func<TRow, string?> get)
    {
        var text = SampleWorld.Of(random, SampleWorld.Texts);
        var ignoreCase = random.Next(2) == 0;
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var pattern = SampleWorld.Of(random, ["%", "a%", "%b", "a_b", "_", "__", "A%B", "a\\%b", "%\\_%", "", "é", "_%_"]);
        Func<TRow, bool?> When(Func<string, bool> isMet) => row => get(row) is { } own ? isMet(own) : null;
        return random.Next(5) switch
        {
            0 => new($"{name} starts with '{text}' {comparison}", p => column(p).StartsWith(text, ignoreCase), When(own => own.StartsWith(text, comparison))),
            1 => new($"{name} ends with '{text}' {comparison}", p => column(p).EndsWith(text, ignoreCase), When(own => own.EndsWith(text, comparison))),
            2 => new($"{name} contains '{text}' {comparison}", p => column(p).Contains(text, ignoreCase), When(own => own.Contains(text, comparison))),
            3 => new($"{name} like '{pattern}' {comparison}", p => column(p).Like(pattern, ignoreCase), When(own => IsLike(own, pattern, ignoreCase))),
            _ => new($"{name} not like '{pattern}' {comparison}", p => column(p).NotLike(pattern, ignoreCase), When(own => !IsLike(own, pattern, ignoreCase))),
        };
    }

    /// <summary>A comparison of two columns.</summary>
    public static Term<TProperties, TRow> Columns<TProperties, TRow, T>(Random random, string name, Func<TProperties, Column<T>> left, Func<TProperties, Column<T>> right, Func<TRow, T> getLeft, Func<TRow, T> getRight, Comparison<T>? order = null)
    {
        order ??= Comparer<T>.Default.Compare;
        Func<TRow, bool?> When(Func<int, bool> isMet) => row => getLeft(row) is { } one && getRight(row) is { } two ? isMet(order(one, two)) : null;
        return random.Next(6) switch
        {
            0 => new($"{name} ==", p => left(p) == right(p), When(static sign => sign == 0)),
            1 => new($"{name} !=", p => left(p) != right(p), When(static sign => sign != 0)),
            2 => new($"{name} <", p => left(p) < right(p), When(static sign => sign < 0)),
            3 => new($"{name} <=", p => left(p) <= right(p), When(static sign => sign <= 0)),
            4 => new($"{name} >", p => left(p) > right(p), When(static sign => sign > 0)),
            _ => new($"{name} >=", p => left(p) >= right(p), When(static sign => sign >= 0)),
        };
    }

    // A character of SQL is a code point; so is one of this expression.
    internal static bool IsLike(string text, string pattern, bool ignoreCase)
    {
        const string character = @"(?>[\ud800-\udbff][\udc00-\udfff]|[\s\S])";
        var expression = new StringBuilder(@"\A");
        for (var index = 0; index < pattern.Length; index++)
        {
            expression.Append(pattern[index] switch
            {
                '%' => @"[\s\S]*",
                '_' => character,
                '\\' when index + 1 < pattern.Length => Regex.Escape(pattern[++index].ToString()),
                var other => Regex.Escape(other.ToString()),
            });
        }

        return Regex.IsMatch(text, expression.Append(@"\z").ToString(), ignoreCase ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
