using Relations.Benchmarks.Contenders;

namespace Relations.Benchmarks.Work;

/// <summary>Something that every contender does in its own way.</summary>
/// <param name="Name">What the command line and the report call it.</param>
/// <param name="Description">What is done, for the report.</param>
/// <param name="Data">The rows it is done on.</param>
/// <param name="Levels">How many levels of related rows its result has.</param>
/// <param name="Writes">Whether it adds rows.</param>
/// <param name="Of">How a contender does it: the n-th time with values that depend on n. Null where it does not take part.</param>
/// <param name="IsOfManyTasks">Whether many tasks do it at once, which only databases behind a network are for.</param>
internal sealed record WorkItem(string Name, string Description, Dataset Data, int Levels, bool Writes, Func<Contender, Func<int, ValueTask<object?>>?> Of, bool IsOfManyTasks = false)
{
    public static WorkItem Include(string name, string description, Dataset data, int levels, Func<IIncludes, int, ValueTask<object?>> run) =>
        new(name, description, data, levels, Writes: false, contender => contender.Includes is { } includes ? n => run(includes, n) : null);

    public static WorkItem Find(string name, string description, Dataset data, Func<IFinds, int, ValueTask<object?>> run) =>
        new(name, description, data, Levels: 0, Writes: false, contender => contender.Finds is { } finds ? n => run(finds, n) : null);

    public static WorkItem Write(string name, string description, Dataset data, Func<IWrites, int, ValueTask<object?>> run) =>
        new(name, description, data, Levels: 0, Writes: true, contender => contender.Writes is { } writes ? n => run(writes, n) : null);

    /// <summary>Finds by several tasks at once, each one after the other.</summary>
    public static WorkItem FindAtOnce(string name, string description, Dataset data, int tasks, int finds, Func<IFinds, int, ValueTask<object?>> run) =>
        new(name, description, data, Levels: 0, Writes: false, contender => contender.SharedFinds is { } shared ? n => AtOnceAsync(tasks, n * tasks, i => OfTaskAsync(finds, i * finds, j => run(shared, j))) : null, IsOfManyTasks: true);

    private static async ValueTask<object?> AtOnceAsync(int tasks, int first, Func<int, Task<object?[]>> run) =>
        (await Task.WhenAll(Enumerable.Range(first, tasks).Select(task => Task.Run(() => run(task))))).SelectMany(static found => found);

    private static async Task<object?[]> OfTaskAsync(int finds, int first, Func<int, ValueTask<object?>> run)
    {
        var found = new object?[finds];
        for (var done = 0; done < finds; done++)
        {
            found[done] = await run(first + done);
        }

        return found;
    }
}
