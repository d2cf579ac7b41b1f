using Relations.Interop.Models;

namespace Relations.Interop.Tests;

/// <summary>Another process that has the file open, and writes.</summary>
public sealed class SecondProcessTests
{
    [Test]
    public async Task Reading_goes_on_and_writing_fails_when_it_has_waited_long_enough()
    {
        await using var file = await InteropFile.CreateAsync("Default Timeout=1");
        var books = new LibraryBookRepository(file.Database);
        await using var other = await LockingProcess.StartAsync(file.Path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await books.CountAsync(), Is.Zero);
            Assert.That(async () => await books.CreateAsync(new() { MainTitle = "too early" }), Throws.TypeOf<DatabaseLockedException>());
            Assert.That(async () => await file.Database.BeginTransactionAsync(), Throws.TypeOf<DatabaseLockedException>());
        }

        await other.CommitAsync();
        await books.CreateAsync(new() { MainTitle = "in time" });
        Assert.That((await books.ToListAsync()).Select(static book => book.MainTitle), Is.EqualTo(["from the other process", "in time"]));
    }

    [Test]
    public async Task Writing_waits_for_its_end()
    {
        await using var file = await InteropFile.CreateAsync("Default Timeout=60");
        var books = new LibraryBookRepository(file.Database);
        await using var other = await LockingProcess.StartAsync(file.Path);

        var writing = Task.Run(async () => await books.CreateAsync(new() { MainTitle = "after it" }));
        await Task.Delay(200);
        Assert.That(writing.IsCompleted, Is.False);
        await other.CommitAsync();

        Assert.That((await writing).Id, Is.EqualTo(2));
    }

    [Test]
    public async Task What_it_did_not_commit_is_gone_when_it_dies()
    {
        await using var file = await InteropFile.CreateAsync("Default Timeout=60");
        var books = new LibraryBookRepository(file.Database);
        await using var other = await LockingProcess.StartAsync(file.Path);

        await other.KillAsync();
        await books.CreateAsync(new() { MainTitle = "alone" });

        Assert.That((await books.ToListAsync()).Select(static book => book.MainTitle), Is.EqualTo(["alone"]));
    }
}
