using Relations.Benchmarks.Contenders;

namespace Relations.Benchmarks.Work;

/// <summary>Something that every contender does in its own way.</summary>
/// <param name="Name">What the command line and the report call it.</param>
/// <param name="Description">What is done, for the report.</param>
/// <param name="Data">The rows it is done on.</param>
/// <param name="Levels">How many levels of related rows its result has.</param>
/// <param name="Writes">Whether it adds rows.</param>
/// <param name="Of">How a contender does it: the n-th time with values that depend on n. Null where it does not take part.</param>
internal sealed record WorkItem(string Name, string Description, Dataset Data, int Levels, bool Writes, Func<Contender, Func<int, ValueTask<object?>>?> Of)
{
    public static WorkItem Include(string name, string description, Dataset data, int levels, Func<IIncludes, int, ValueTask<object?>> run) =>
        new(name, description, data, levels, Writes: false, contender => contender.Includes is { } includes ? n => run(includes, n) : null);

    public static WorkItem Find(string name, string description, Dataset data, Func<IFinds, int, ValueTask<object?>> run) =>
        new(name, description, data, Levels: 0, Writes: false, contender => contender.Finds is { } finds ? n => run(finds, n) : null);

    public static WorkItem Write(string name, string description, Dataset data, Func<IWrites, int, ValueTask<object?>> run) =>
        new(name, description, data, Levels: 0, Writes: true, contender => contender.Writes is { } writes ? n => run(writes, n) : null);
}
