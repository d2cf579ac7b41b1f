using System.Runtime.CompilerServices;

namespace Relations.AotSmoke.Story;

/// <summary>Compares what each step of the story gave with what it must give, and counts.</summary>
internal sealed class Steps
{
    public Steps(Database db) => db.StatementExecuting += statement => Statements += statement.Kind == StatementKind.Rows ? 1 : 0;

    /// <summary>How many steps held.</summary>
    public int Count { get; private set; }

    /// <summary>How many statements that read or write rows have run.</summary>
    public int Statements { get; private set; }

    public void Same<T>(T actual, T expected, [CallerArgumentExpression(nameof(actual))] string step = "")
    {
        if (!EqualityComparer<T>.Default.Equals(actual, expected))
        {
            throw new DifferenceException($"{step}\n  gave     {actual}\n  expected {expected}");
        }

        Count++;
    }

    /// <summary>The operation fails with just this exception; gives it back.</summary>
    public async ValueTask<TError> FailsAsync<TError>(Func<Task> operation, [CallerArgumentExpression(nameof(operation))] string step = "") where TError : Exception
    {
        try
        {
            await operation();
        }
        catch (TError error)
        {
            Count++;
            return error;
        }

        throw new DifferenceException($"{step}\n  gave no {typeof(TError).Name}");
    }
}
