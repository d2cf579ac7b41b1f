using System.Diagnostics;
using Relations.Sqlite;

namespace Relations.Interop.Tests;

/// <summary>
/// Another process that writes a book and keeps its transaction open until it is told to commit. It is this very assembly, run as a program.
/// </summary>
internal sealed class LockingProcess : IAsyncDisposable
{
    private readonly Process process;

    private LockingProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public static async Task<LockingProcess> StartAsync(string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { "exec", "--runtimeconfig", Beside(".runtimeconfig.json"), "--depsfile", Beside(".deps.json"), typeof(LockingProcess).Assembly.Location, path })
        {
            start.ArgumentList.Add(argument);
        }

        var started = new LockingProcess(Process.Start(start)!);
        await started.ExpectAsync("locked");
        return started;
    }

    /// <summary>What the other process does.</summary>
    public static async Task RunAsync(string path)
    {
        await using var database = new SqliteDatabase($"Data Source={path}");
        await using var transaction = await database.BeginTransactionAsync();
        await new Models.LibraryBookRepository(transaction).CreateAsync(new() { MainTitle = "from the other process" });
        Console.WriteLine("locked");
        if (Console.ReadLine() == "commit")
        {
            await transaction.CommitAsync();
            Console.WriteLine("committed");
        }
    }

    public async Task CommitAsync()
    {
        await process.StandardInput.WriteLineAsync("commit");
        await ExpectAsync("committed");
    }

    /// <summary>Ends it as if it crashed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static string Beside(string ending) => Path.ChangeExtension(typeof(LockingProcess).Assembly.Location, null) + ending;

    private async Task ExpectAsync(string line)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        Assert.That(await process.StandardOutput.ReadLineAsync(patience.Token), Is.EqualTo(line));
    }
}
