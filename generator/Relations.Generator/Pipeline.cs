using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;

namespace Relations.Generator;

internal static class Pipeline
{
    /// <summary>Leaves nulls out.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values) where T : class =>
        values.Where(static value => value is not null)!;

    /// <summary>
    /// Prepares all values at once, on several threads where the compiler may use them: a step that asks each for what it makes once, and keeps, finds it made.
    /// Preparing one that is prepared costs nothing.
    /// </summary>
    public static IncrementalValuesProvider<T> Prepare<T>(this IncrementalValuesProvider<T> values, IncrementalValueProvider<bool> isConcurrent, Action<T, CancellationToken> prepare) => values
        .Collect()
        .Combine(isConcurrent)
        .SelectMany((pair, cancel) =>
        {
            Prepare(pair.Left, pair.Right, prepare, cancel);
            return pair.Left;
        });

    private static void Prepare<T>(ImmutableArray<T> values, bool isConcurrent, Action<T, CancellationToken> prepare, CancellationToken cancel)
    {
        var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = isConcurrent ? -1 : 1 };
        try
        {
            Parallel.For(0, values.Length, options, place => prepare(values[place], cancel));
        }
        catch (AggregateException several)
        {
            cancel.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Capture(several.InnerExceptions[0]).Throw();
        }
    }
}
