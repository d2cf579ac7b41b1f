using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Relations.Analyzers.Tests.Verification;

/// <summary>Code in which the expected diagnostics are marked: <c>[|span|]</c> for the rule under test, <c>{|REL0102:span|}</c> for another.</summary>
internal sealed record Markup(string Code, IReadOnlyList<(string Id, TextSpan Span)> Expected)
{
    public static Markup Parse(string marked, string id)
    {
        var code = new StringBuilder();
        var expected = new List<(string, TextSpan)>();
        var open = new Stack<(string Id, int Start)>();
        for (var index = 0; index < marked.Length; index++)
        {
            if (At(marked, index, "[|"))
            {
                open.Push((id, code.Length));
                index++;
            }
            else if (At(marked, index, "{|REL"))
            {
                open.Push((marked.Substring(index + 2, 7), code.Length));
                index += "{|REL0000:".Length - 1;
            }
            else if ((At(marked, index, "|]") || At(marked, index, "|}")) && open.TryPop(out var start))
            {
                expected.Add((start.Id, TextSpan.FromBounds(start.Start, code.Length)));
                index++;
            }
            else
            {
                code.Append(marked[index]);
            }
        }

        return new(code.ToString(), expected);
    }

    private static bool At(string text, int index, string token) => string.CompareOrdinal(text, index, token, 0, token.Length) == 0;
}
