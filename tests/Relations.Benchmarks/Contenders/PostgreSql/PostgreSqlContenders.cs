using System.Globalization;
using Npgsql;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>The contenders on a PostgreSQL server that is running. Each has a database of its own where it writes.</summary>
internal sealed class PostgreSqlContenders : ContenderSet
{
    private const string Variable = "RELATIONS_POSTGRESQL";

    private static readonly Func<ClinicDatabase, Contender>[] Contenders =
    [
        static clinic => new NpgsqlContender(clinic),
        static clinic => new RelationsContender(clinic),
        static clinic => new DapperContender(clinic),
        static clinic => new EfNoTrackingContender(clinic),
        static clinic => new EfCompiledContender(clinic),
        static clinic => new EfSplitContender(clinic),
        static clinic => new EfContender(clinic),
    ];

    private readonly string server = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? given
        : throw new ArgumentException($"{Variable} names no server. Start one with build/postgres.sh start, which prints its connection string.");

    private readonly List<string> databases = [];
    private readonly Dictionary<Dataset, string> seeds = [];
    private NpgsqlConnection? watching;

    public override string Database => "postgresql";

    public override bool IsInProcess => false;

    public override async ValueTask<IReadOnlyList<Contender>> OpenAsync(WorkItem work)
    {
        if (!seeds.TryGetValue(work.Data, out var seed))
        {
            seeds.Add(work.Data, seed = await CreateAsync(template: "template1"));
            await ClinicSeed.FillAsync(Named(seed, work.Data));
        }

        var opened = new List<Contender>();
        foreach (var make in Contenders)
        {
            var contender = make(Named(work.Writes ? await CreateAsync(seed) : seed, work.Data));
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

    /// <summary>That of the processes that serve connections, where Linux tells of them.</summary>
    public override async ValueTask<Func<TimeSpan>> ServerTimeAsync()
    {
        var times = new Dictionary<int, long>();
        watching ??= await OfServer().OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'", watching);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            times.Add(reader.GetInt32(0), 0);
        }

        return () =>
        {
            foreach (var process in times.Keys)
            {
                times[process] = TimeOf(process) ?? times[process];
            }

            return TimeSpan.FromMicroseconds(times.Values.Sum() / 1e3);
        };
    }

    /// <summary>How many nanoseconds of processors a process has taken, or null where it has ended.</summary>
    private static long? TimeOf(int process)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/schedstat");
        return File.Exists(file) ? long.Parse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture) : null;
    }

    public override async ValueTask DisposeAsync()
    {
        await (watching?.DisposeAsync() ?? default);
        foreach (var database in databases)
        {
            await OfServer().ExecuteAsync($"DROP DATABASE {database} WITH (FORCE)");
        }
    }

    private async ValueTask<string> CreateAsync(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"relations_benchmarks_{Environment.ProcessId}_{databases.Count}");
        await OfServer().ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        databases.Add(name);
        return name;
    }

    private ClinicDatabase OfServer() => new(server, Dataset.Clinic);

    private ClinicDatabase Named(string database, Dataset data) => new(new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString(), data);
}
