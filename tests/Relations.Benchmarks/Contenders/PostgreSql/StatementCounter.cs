using Microsoft.Extensions.Logging;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Counts the statements that Npgsql sends, as its log tells of them. Costs nothing while it does not count.</summary>
internal sealed class StatementCounter : ILoggerFactory, ILogger
{
    private const int CommandExecutionCompleted = 2001;
    private const int BatchExecutionCompleted = 2004;

    private bool isCounting;
    private int count;

    public async ValueTask<int> CountAsync(Func<ValueTask<object?>> work)
    {
        (isCounting, count) = (true, 0);
        _ = await work();
        isCounting = false;
        return count;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public bool IsEnabled(LogLevel logLevel) => isCounting;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == CommandExecutionCompleted)
        {
            Interlocked.Increment(ref count);
        }
        else if (eventId.Id == BatchExecutionCompleted)
        {
            Interlocked.Add(ref count, ((IEnumerable<KeyValuePair<string, object?>>)state!).Select(static pair => pair.Value).OfType<System.Collections.ICollection>().Sum(static commands => commands.Count));
        }
    }

    public void Dispose() { }
}
