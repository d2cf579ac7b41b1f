using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Relations.Generator.Emitting;

/// <summary>Names and literals as C# writes them.</summary>
internal static class CSharpText
{
    /// <summary>A name as an identifier: with an at sign where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && name is not ("field" or "await") ? name : "@" + name;

    /// <summary>A type's name as an identifier: words like <c>record</c> and <c>var</c> mean something else where a type is expected.</summary>
    public static string TypeIdentifier(string name) =>
        SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None && name is not "dynamic" ? Identifier(name) : "@" + name;

    /// <summary>The member of a tuple that holds an element: of the element's name, or of its place where C# keeps the name to itself.</summary>
    public static string TupleMember(string name, int place) => IsTupleName(name, place) ? Identifier(name) : $"Item{place + 1}";

    /// <summary>An element of a tuple's type, with its name where a tuple may have it.</summary>
    public static string TupleElement(string type, string name, int place) => IsTupleName(name, place) ? $"{type} {Identifier(name)}" : type;

    /// <summary>Members of every tuple have no element's name (CS8126), and <c>Item2</c> that of the second alone (CS8125).</summary>
    private static bool IsTupleName(string name, int place) =>
        name is not ("CompareTo" or "Deconstruct" or "Equals" or "GetHashCode" or "Rest" or "ToString") &&
        (!name.StartsWith("Item", StringComparison.Ordinal) ||
            !int.TryParse(name.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ||
            number == 0 || number == place + 1 || name != $"Item{number.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A type in a cref: there, a constructed generic type is named by its definition, whose parameters may be called anything.</summary>
    public static string CrefType(string type)
    {
        var start = type.IndexOf('<');
        if (start < 0)
        {
            return type;
        }

        var (depth, count, end) = (0, 1, start);
        do
        {
            depth += type[end] switch { '<' or '(' or '[' => 1, '>' or ')' or ']' => -1, _ => 0 };
            count += type[end] == ',' && depth == 1 ? 1 : 0;
            end++;
        }
        while (depth > 0);

        return $"{type.Substring(0, start)}{{{string.Join(", ", Enumerable.Range(1, count).Select(static number => $"T{number}"))}}}{CrefType(type.Substring(end))}";
    }

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The name of a variable or field for a property or type.</summary>
    public static string Camel(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper]) && (upper == 0 || upper + 1 == name.Length || !char.IsLower(name[upper + 1])))
        {
            upper++;
        }

        return name.Substring(0, upper).ToLowerInvariant() + name.Substring(upper);
    }

    /// <summary>A name in words, for prose: <c>CartItems</c> is "cart items".</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            if (index > 0 && char.IsUpper(name[index]) && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]))))
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(name[index]));
        }

        return words.Replace('_', ' ').ToString().Trim();
    }

    /// <summary>The words with their indefinite article: "an appointment".</summary>
    public static string WithArticle(string words) => ("aeiou".IndexOf(char.ToLowerInvariant(words.FirstOrDefault())) >= 0 ? "an " : "a ") + words;

    /// <summary>The name, or one like it that is not taken.</summary>
    public static string Free(string name, string suffix, Func<string, bool> isTaken)
    {
        var free = name;
        for (var attempt = 1; isTaken(free); attempt++)
        {
            free = name + suffix + (attempt == 1 ? "" : attempt.ToString(CultureInfo.InvariantCulture));
        }

        return free;
    }
}
