using System.Globalization;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>The contenders on SQLite. Each has a file of its own where it writes, so that none throws away another's cached pages.</summary>
internal sealed class SqliteContenders : ContenderSet
{
    private const string SharedMemory = "/dev/shm";

    private static readonly Func<SqliteFile, Contender>[] Contenders =
    [
        static file => new AdoNetContender(file),
        static file => new RelationsContender(file),
        static file => new NativeContender(file),
        static file => new DapperContender(file),
        static file => new EfNoTrackingContender(file),
        static file => new EfCompiledContender(file),
        static file => new EfSplitContender(file),
        static file => new EfContender(file),
    ];

    /// <summary>In memory where the system has a file system there: how long a disk takes is nobody's merit.</summary>
    private readonly DirectoryInfo folder = Directory.Exists(SharedMemory)
        ? Directory.CreateDirectory(Path.Combine(SharedMemory, $"relations-benchmarks-{Environment.ProcessId}"))
        : Directory.CreateTempSubdirectory("relations-benchmarks-");

    private readonly Dictionary<Dataset, SqliteFile> seeds = [];
    private int copies;

    public override string Database => "sqlite";

    public override bool IsInProcess => true;

    public override async ValueTask<IReadOnlyList<Contender>> OpenAsync(WorkItem work)
    {
        if (!seeds.TryGetValue(work.Data, out var seed))
        {
            seeds.Add(work.Data, seed = new(NewPath(), work.Data));
            await SqliteSeed.FillAsync(seed);
        }

        var opened = new List<Contender>();
        foreach (var make in Contenders)
        {
            var contender = make(work.Writes ? Copy(seed) : seed);
            if (work.Of(contender) is null)
            {
                await contender.DisposeAsync();
            }
            else
            {
                opened.Add(contender);
            }
        }

        return opened;
    }

    public override ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return default;
    }

    private SqliteFile Copy(SqliteFile seed)
    {
        var copy = seed with { Path = NewPath() };
        File.Copy(seed.Path, copy.Path);
        return copy;
    }

    private string NewPath() => Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{copies++}.db"));
}
