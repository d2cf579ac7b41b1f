using System.Collections.Concurrent;

namespace Relations.ManyServers.Load;

/// <summary>
/// What clients were told of their operations, against which the rows are counted in the end. An operation that failed with its connection may have taken effect or not:
/// it counts as uncertain, in the direction in which it would have changed the number.
/// </summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, int> operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> errors = new(StringComparer.Ordinal);

    /// <summary>Patients by their key: created, or deleted.</summary>
    public ConcurrentDictionary<int, bool> Deleted { get; } = new();

    /// <summary>The appointments of each patient.</summary>
    public ConcurrentDictionary<int, Number> Appointments { get; } = new();

    /// <summary>The certificates of each doctor.</summary>
    public ConcurrentDictionary<int, Number> Certificates { get; } = new();

    /// <summary>The patients that there are.</summary>
    public Number Patients { get; } = new();

    public IEnumerable<KeyValuePair<string, int>> Operations => operations.OrderBy(static pair => pair.Key, StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, int>> Errors => errors.OrderByDescending(static pair => pair.Value);

    public int Total => operations.Values.Sum();

    public void Count(string operation) => operations.AddOrUpdate(operation, 1, static (_, count) => count + 1);

    public void Count(RelationsException problem) => errors.AddOrUpdate($"{problem.GetType().Name}: {problem.Message.Split('(')[0].Trim()}", 1, static (_, count) => count + 1);

    /// <summary>A number that is known within bounds.</summary>
    public sealed class Number
    {
        private int least;
        private int most;

        public int Least => least;

        public int Most => most;

        public void Change(int by)
        {
            Interlocked.Add(ref least, by);
            Interlocked.Add(ref most, by);
        }

        /// <summary>It may have grown by as much, or shrunk where that is negative.</summary>
        public void MayHaveChanged(int by) => Interlocked.Add(ref by < 0 ? ref least : ref most, by);
    }
}
