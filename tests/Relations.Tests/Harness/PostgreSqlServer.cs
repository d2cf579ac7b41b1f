using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Npgsql;
using Relations.PostgreSql;

namespace Relations.Tests.Harness;

/// <summary>Databases of a running PostgreSQL server. One that only had rows written is emptied and used again, over the connections that it has.</summary>
internal sealed class PostgreSqlServer : TestServer
{
    public const string Variable = "RELATIONS_POSTGRESQL";

    /// <summary>The server itself where the other one is a pooler before it: databases are made, emptied and looked into with settings of a connection, which a pooler does not keep.</summary>
    public const string DirectVariable = "RELATIONS_POSTGRESQL_DIRECT";

    private static readonly Lazy<Task<string>> Template = new(CreateTemplateAsync);
    private static readonly SemaphoreSlim Creating = new(1, 1); // a template cannot be copied twice at once
    private static readonly ConcurrentBag<KeptDatabase> Empty = [];
    private static readonly string Prefix = string.Create(CultureInfo.InvariantCulture, $"relations_{Environment.ProcessId}_");
    private static int databases;

    /// <summary>The server, or null where tests have none.</summary>
    public static string? ConnectionString { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    public override async ValueTask<TestDatabase> OpenAsync()
    {
        var template = await Template.Value;
        if (!Empty.TryTake(out var kept))
        {
            var name = NextName();
            await Creating.WaitAsync();
            try
            {
                await RunAsync("postgres", $"CREATE DATABASE {name} TEMPLATE {template}");
            }
            finally
            {
                Creating.Release();
            }

            kept = new(name);
        }

        return new PostgreSqlTestDatabase(kept);
    }

    public override void Dispose() { }

    private static string NextName() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Interlocked.Increment(ref databases)}");

    private static string Direct => Environment.GetEnvironmentVariable(DirectVariable) is { Length: > 0 } given ? given : ConnectionString!;

    private static string Named(string database, string setting = "") => Named(ConnectionString!, database, setting);

    private static string Named(string server, string database, string setting) =>
        new NpgsqlConnectionStringBuilder($"{server};{setting}") { Database = database, IncludeErrorDetail = true }.ToString();

    private static async Task<string> CreateTemplateAsync()
    {
        var name = NextName();
        await RunAsync("postgres", $"CREATE DATABASE {name}");
        await using (var database = new PostgreSqlDatabase(Named(name)))
        {
            await RelationsModel.CreateSchemaAsync(database);
        }

        // A pooler may keep its connections a little longer; a database that is copied must have none.
        await RunAsync("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        return name;
    }

    private static async Task RunAsync(string database, string script)
    {
        await using var connection = new NpgsqlConnection(Named(Direct, database, "Pooling=false"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(script, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A database that outlives a test, with its connections: a new one makes the server learn all tables anew, and its client all types.</summary>
    private sealed class KeptDatabase(string name) : IAsyncDisposable
    {
        private static readonly string Emptying = EmptyingScript();

        private readonly NpgsqlDataSource direct = NpgsqlDataSource.Create(Named(Direct, name, "No Reset On Close=true"));

        public string Name => name;

        /// <summary>What tests work with, with the settings that the library has by itself.</summary>
        public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(WithDefaults(Named(name)));

        public async ValueTask EmptyAsync()
        {
            await using var command = direct.CreateCommand(Emptying);
            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Source.DisposeAsync();
            await direct.DisposeAsync();
            await RunAsync("postgres", $"DROP DATABASE {name} WITH (FORCE)");
        }

        private static string WithDefaults(string connectionString)
        {
            var defaults = new NpgsqlConnectionStringBuilder("Max Auto Prepare=128;Auto Prepare Min Usages=2;No Reset On Close=true");
            foreach (var (key, value) in new NpgsqlConnectionStringBuilder(connectionString))
            {
                defaults[key] = value;
            }

            return defaults.ToString();
        }

        private static string EmptyingScript()
        {
            var script = new StringBuilder("SET session_replication_role = replica;");
            foreach (var entity in RelationsModel.Definition.Entities)
            {
                var table = (entity.Schema is { } schema ? TestDatabase.Quoted(schema) + "." : "") + TestDatabase.Quoted(entity.Table);
                script.Append(CultureInfo.InvariantCulture, $"DELETE FROM {table};");
            }

            return script.Append("SELECT setval(sequence.oid::regclass, 1, false) FROM pg_class AS sequence WHERE sequence.relkind = 'S'").ToString();
        }
    }

    private sealed class PostgreSqlTestDatabase : TestDatabase
    {
        private readonly KeptDatabase kept;
        private readonly List<Database> others = [];
        private readonly HashSet<string> undone = [];
        private bool hasOtherTables;

        public PostgreSqlTestDatabase(KeptDatabase kept) : base(new PostgreSqlDatabase(kept.Source))
        {
            this.kept = kept;
            Database.StatementExecuting += Watch;
        }

        public override Database Reopen(string setting = "") => Watched(Named(kept.Name, setting));

        public override Database ReopenDirectly(string setting = "") => Watched(Named(Direct, kept.Name, setting));

        private PostgreSqlDatabase Watched(string connectionString)
        {
            var other = new PostgreSqlDatabase(connectionString);
            other.StatementExecuting += Watch;
            others.Add(other);
            return other;
        }

        public override void RunUnchecked(string script, string? undo = null)
        {
            if (undo is null)
            {
                hasOtherTables |= ChangesTables(script);
            }
            else
            {
                undone.Add(undo);
            }

            RunAsync(kept.Name, $"SET session_replication_role = replica; {script}").GetAwaiter().GetResult();
        }

        // The plan of a prepared statement: that for the value NULL would be to do nothing.
        public override async ValueTask<List<string>> ExplainAsync(string sql)
        {
            var parameters = Parameters().Matches(sql).Select(static parameter => parameter.Value).Distinct(StringComparer.Ordinal).Count();
            await using var transaction = await Database.BeginTransactionAsync();
            await transaction.ExecuteAsync($"SET LOCAL plan_cache_mode = force_generic_plan");
            await transaction.ExecuteAsync(Sql.Of($"PREPARE explained AS {sql}"));
            var plan = await transaction.QueryAsync(
                Sql.Of($"EXPLAIN (COSTS OFF) EXECUTE explained{(parameters == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("NULL", parameters))})")}"),
                static reader => reader.GetString(0));
            await transaction.ExecuteAsync($"DEALLOCATE explained");
            return plan;
        }

        public override async ValueTask DisposeAsync()
        {
            foreach (var other in others)
            {
                await other.DisposeAsync();
            }

            await Database.DisposeAsync();
            if (hasOtherTables)
            {
                await kept.DisposeAsync();
                return;
            }

            foreach (var undo in undone)
            {
                await RunAsync(kept.Name, undo);
            }

            await kept.EmptyAsync();
            Empty.Add(kept);
        }

        private void Watch(StatementEvent statement) => hasOtherTables |= ChangesTables(statement.Sql);

        private static bool ChangesTables(string sql) =>
            sql.Contains("CREATE ", StringComparison.OrdinalIgnoreCase) || sql.Contains("DROP ", StringComparison.OrdinalIgnoreCase) || sql.Contains("ALTER ", StringComparison.OrdinalIgnoreCase);
    }
}
