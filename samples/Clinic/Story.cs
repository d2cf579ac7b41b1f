using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Relations;

namespace Clinic;

/// <summary>Shows each operation as it is written in the program, how many statements it took, and what it returned.</summary>
internal sealed partial class Story
{
    private int statements;

    public Story(Database db) => db.StatementExecuting += statement => statements += statement.Kind == StatementKind.Rows ? 1 : 0;

    /// <summary>How many results were not as expected.</summary>
    public int Surprises { get; private set; }

    public static void Chapter(string title) => Console.WriteLine($"\n{title}\n{new string('=', title.Length)}");

    public async ValueTask<T> Tell<T>(ValueTask<T> operation, Func<T, string> show, string expect, [CallerArgumentExpression(nameof(operation))] string code = "")
    {
        var result = await operation;
        var shown = show(result);
        Console.WriteLine($"  {Spaces().Replace(code, " ")}\n    -> {shown}   ({statements} {(statements == 1 ? "statement" : "statements")})");
        if (shown != expect)
        {
            Surprises++;
            Console.WriteLine($"    !! expected: {expect}");
        }

        statements = 0;
        return result;
    }

    public async ValueTask TellError<T>(ValueTask<T> operation, string expect, [CallerArgumentExpression(nameof(operation))] string code = "")
    {
        try
        {
            await Tell(operation, _ => "no error", expect, code);
        }
        catch (RelationsException error)
        {
            var shown = error.GetType().Name;
            Console.WriteLine($"  {Spaces().Replace(code, " ")}\n    -> {shown}: {error.Message}");
            Surprises += shown == expect ? 0 : 1;
            statements = 0;
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
