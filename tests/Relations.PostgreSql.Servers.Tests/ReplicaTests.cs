using System.Net;
using System.Net.Sockets;
using Npgsql;
using Relations.ManyServers.Harness;
using Relations.ManyServers.Models;
using Relations.PostgreSql;

namespace Relations.ManyServers;

/// <summary>A primary and a streaming replica. Where a statement ran is told by a view.</summary>
[TestFixture]
public sealed class ReplicaTests
{
    private string primary = "";
    private string replica = "";

    [OneTimeSetUp]
    public async Task CreateDatabase()
    {
        var servers = Servers.Replicated();
        primary = await Servers.CreateDatabaseAsync(servers.Primary);
        replica = Servers.Named(servers.Replica, Servers.DatabaseOf(primary));
        await using var db = new PostgreSqlDatabase(primary);
        await RelationsModel.CreateSchemaAsync(db);
        await db.ExecuteAsync($"DROP TABLE \"Place\"");
        await Servers.RunAsync(primary, Place.View);
        await new DoctorRepository(db).CreateAllAsync([new() { Name = "Mario" }, new() { Name = "Link" }]);
        await new DoctorRepository(db).Patients(1).CreateAsync(new() { Name = "Luigi" }, new());
        await UntilReplicatedAsync();
    }

    [OneTimeTearDown]
    public async Task DropDatabase()
    {
        if (primary.Length > 0)
        {
            await Servers.DropDatabaseAsync(Servers.Replicated().Primary, primary);
        }
    }

    [Test]
    public async Task What_only_reads_runs_on_the_replica()
    {
        await using var db = new PostgreSqlDatabase(primary, [replica]);
        var places = new PlaceRepository(db);
        var streamed = new List<Place>();
        await foreach (var place in places.AsAsyncEnumerable())
        {
            streamed.Add(place);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await places.ToListAsync()).Single().Port, Is.EqualTo(Servers.PortOf(replica)));
            Assert.That((await places.FindByIdAsync(1)).IsReplica, Is.True);
            Assert.That(await places.Where(p => p.IsReplica == true).CountAsync(), Is.EqualTo(1));
            Assert.That(await places.Where(p => p.IsReplica == true).AnyAsync(), Is.True);
            Assert.That(streamed.Single().IsReplica, Is.True);
        }

        await using var alone = new PostgreSqlDatabase($"Host=127.0.0.1;Port={ClosedPort()}", [replica]);
        var doctors = await new DoctorRepository(alone).Include(d => d.Patients).ToListAsync();
        Assert.That(doctors[0].Patients.Single().Name, Is.EqualTo("Luigi"), "inclusions ask nothing of the primary");
        Assert.That(async () => await new DoctorRepository(alone).CreateAsync(new() { Name = "x" }), Throws.TypeOf<RelationsException>().With.Message.Contains("Check that the server runs"));
    }

    [Test]
    public async Task What_writes_and_what_reads_in_a_transaction_runs_on_the_primary()
    {
        await using var db = new PostgreSqlDatabase(primary, [replica]);
        var doctors = new DoctorRepository(db);
        var toad = await doctors.CreateAsync(new() { Name = "Toad" });
        await doctors.Patients(toad.Id).CreateAsync(new() { Name = "Daisy" }, new());
        await doctors.Patients(toad.Id).PatchAsync(new() { Name = "Princess Daisy" });
        await using (var transaction = await db.BeginTransactionAsync())
        {
            Assert.That((await new PlaceRepository(transaction).FindByIdAsync(1)).IsReplica, Is.False);
            Assert.That((await doctors.In(transaction).Include(d => d.Patients).FindByIdAsync(toad.Id)).Patients.Single().Name, Is.EqualTo("Princess Daisy"));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await db.TransactAsync(async tx => (await new PlaceRepository(tx).FindByIdAsync(1)).IsReplica), Is.False);
            Assert.That(await db.QueryAsync($"SELECT pg_is_in_recovery()", static row => row.GetBoolean(0)), Is.EqualTo(new[] { false }), "it might write");
            Assert.That((await new PlaceRepository(db).QueryAsync($"SELECT * FROM \"Place\"")).Single().IsReplica, Is.False);
            Assert.That(await doctors.Patients(toad.Id).DeleteAsync(), Is.EqualTo(1));
        }

        await doctors.DeleteByIdAsync(toad.Id);
    }

    [Test]
    public async Task Readings_on_the_primary_see_all_that_was_written()
    {
        await using var db = new PostgreSqlDatabase(primary, [replica]);
        var doctors = new DoctorRepository(db);
        Assert.That((await new PlaceRepository(db.Primary).FindByIdAsync(1)).IsReplica, Is.False);
        var made = new List<int>();
        for (var round = 0; round < 100; round++)
        {
            var doctor = await doctors.CreateAsync(new() { Name = "new" });
            Assert.That(await doctors.In(db.Primary).ExistsAsync(doctor.Id), Is.True);
            Assert.That((await doctors.In(db.Primary).Include(d => d.Patients).FindByIdAsync(doctor.Id)).Patients, Is.Empty);
            made.Add(doctor.Id);
        }

        await doctors.Where(d => d.Id.In(made)).DeleteAsync();
        var statements = new List<string>();
        db.StatementExecuting += statement => statements.Add(statement.Sql);
        Assert.That((await doctors.In(db.Primary).Include(d => d.Patients).FindByIdAsync(1)).Patients, Is.Not.Empty);
        Assert.That(statements[^1], Is.EqualTo("COMMIT"));
        Assert.That(statements[^2], Does.Contain("= ANY (ARRAY(SELECT"), "the patients are asked for with the doctor");
        await using var without = new PostgreSqlDatabase(primary);
        Assert.That(without.Primary, Is.SameAs(without));
    }

    [Test]
    public async Task Replicas_take_turns()
    {
        await using var first = NpgsqlDataSource.Create($"{replica};Application Name=first");
        await using var second = NpgsqlDataSource.Create($"{replica};Application Name=second");
        await using var source = NpgsqlDataSource.Create(primary);
        await using var db = new PostgreSqlDatabase(source, [first, second]);
        var applications = new List<string>();
        for (var round = 0; round < 6; round++)
        {
            applications.Add((await new PlaceRepository(db).FindByIdAsync(1)).Application);
        }

        Assert.That(applications.Distinct(StringComparer.Ordinal), Is.EquivalentTo(["first", "second"]));
        Assert.That(applications.Skip(1).Zip(applications).All(static pair => pair.First != pair.Second), Is.True);
        await db.DisposeAsync();
        Assert.That(async () => await (await source.OpenConnectionAsync()).DisposeAsync(), Throws.Nothing, "the data sources stay their owner's");
    }

    [Test]
    public async Task A_table_that_the_replica_does_not_have_yet_is_read_on_the_primary()
    {
        await using var elsewhere = NpgsqlDataSource.Create(Servers.Named(replica, "postgres")); // as far behind as can be: without any table
        await using var source = NpgsqlDataSource.Create(primary);
        await using var db = new PostgreSqlDatabase(source, [elsewhere]);
        var doctors = new DoctorRepository(db);
        var streamed = new List<int>();
        await foreach (var doctor in doctors.AsAsyncEnumerable())
        {
            streamed.Add(doctor.Id);
        }

        var statements = 0;
        db.StatementExecuting += _ => statements++;
        Assert.That(await doctors.ExistsAsync(1), Is.True);
        Assert.That(statements, Is.EqualTo(2), "the replica answered, if with an error: it is asked again");

        var loaded = await new DoctorRepository(db.Primary).FindByIdAsync(1);
        await doctors.LoadAsync([loaded], d => d.Patients);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await doctors.ExistsAsync(1), Is.True);
            Assert.That((await doctors.Include(d => d.Patients).ToListAsync())[0].Patients.Single().Name, Is.EqualTo("Luigi"));
            Assert.That(loaded.Patients.Single().Name, Is.EqualTo("Luigi"));
            Assert.That((await doctors.Patients(1).Links().ToListAsync()).Single().Target.Name, Is.EqualTo("Luigi"));
            Assert.That(streamed, Does.Contain(1));
        }
    }

    [Test]
    public async Task A_replica_whose_connections_are_shared_keeps_no_transaction_open_after_an_error()
    {
        await using var shared = NpgsqlDataSource.Create($"{Servers.Named(replica, "postgres")};Multiplexing=true;Maximum Pool Size=1"); // without any table
        await using var source = NpgsqlDataSource.Create(primary);
        await using var db = new PostgreSqlDatabase(source, [shared]);
        Assert.That((await new DoctorRepository(db).Include(d => d.Patients).ToListAsync())[0].Patients.Single().Name, Is.EqualTo("Luigi"));
        await using var command = shared.CreateCommand("SELECT 1");
        Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_a_writing_reads_is_read_on_the_primary()
    {
        var behind = await Servers.CreateDatabaseAsync(Servers.Replicated().Primary); // stands for a replica that has none of the rows yet
        await using (var empty = new PostgreSqlDatabase(behind))
        {
            await RelationsModel.CreateSchemaAsync(empty);
        }

        await using (var db = new PostgreSqlDatabase(primary, [behind]))
        {
            var skill = await new DoctorRepository(db).Skills(1).CreateAsync(new() { Name = "new" });
            Assert.That(await new CertificateRepository(db).CountAsync(), Is.Zero);
            Assert.That(async () => await new CertificateRepository(db).UpdateAsync(new() { DoctorId = 1, SkillId = skill.Id }), Throws.Nothing, "it has nothing but its key");
            await new DoctorRepository(db).Skills(1).DeleteAsync();
        }

        await Servers.DropDatabaseAsync(Servers.Replicated().Primary, behind);
    }

    [TestCase("")]
    [TestCase("Multiplexing=true")]
    public async Task Without_any_replica_the_primary_serves_and_no_reading_waits_for_those_that_are_gone(string setting)
    {
        // It takes connections and never says a word, as a server whose machine has stopped.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        await using var db = new PostgreSqlDatabase($"{primary};{setting}", [$"{replica};Port={port};Timeout=2;{setting}", $"{replica};Port={ClosedPort()};{setting}"]);
        var places = new PlaceRepository(db);
        Assert.That((await places.FindByIdAsync(1)).IsReplica, Is.False, "the first one waits for its Timeout");

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var round = 0; round < 200; round++)
        {
            Assert.That((await places.FindByIdAsync(1)).IsReplica, Is.False);
        }

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)), "200 readings of 2 seconds would take 400");
        await Task.Delay(TimeSpan.FromSeconds(3));
        var trials = 0;
        while (silent.Pending())
        {
            (await silent.AcceptTcpClientAsync()).Dispose();
            trials++;
        }

        Assert.That(trials, Is.LessThanOrEqualTo(8));
    }

    [TestCase("")]
    [TestCase("Multiplexing=true")]
    public async Task A_replica_that_stops_and_starts_under_load_costs_no_reading(string setting)
    {
        await using var db = new PostgreSqlDatabase($"{primary};{setting}", [$"{replica};{setting}"]);
        var places = new PlaceRepository(db);
        var doctors = new DoctorRepository(db);
        using var ending = new CancellationTokenSource();
        var (onReplica, onPrimary, written) = (0, 0, 0);
        var work = Enumerable.Range(0, 16).Select(client => Task.Run(async () =>
        {
            while (!ending.IsCancellationRequested)
            {
                if (client < 2)
                {
                    await doctors.Patients(2).CreateAsync(new() { Name = $"{client}" }, new());
                    Interlocked.Increment(ref written);
                    continue;
                }

                _ = (await places.FindByIdAsync(1)).IsReplica ? Interlocked.Increment(ref onReplica) : Interlocked.Increment(ref onPrimary);
                var found = await doctors.Include(d => d.Patients).ToListAsync();
                Assert.That(found[0].Patients.Single().Name, Is.EqualTo("Luigi"));
            }
        })).ToList();

        await Task.Delay(1000);
        var before = (onReplica, onPrimary);
        await Servers.ControlAsync("halt", "replica");
        await Task.Delay(1500);
        var without = (onReplica, onPrimary);
        await Servers.ControlAsync("run", "replica");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var returned = await BecomesAsync(() => Volatile.Read(ref onReplica) > without.onReplica + 10);
        watch.Stop();
        await ending.CancelAsync();
        await Task.WhenAll(work);
        TestContext.Out.WriteLine($"{onReplica} readings on the replica, {onPrimary} on the primary, {written} writes, no failure; readings returned to the replica {watch.Elapsed.TotalSeconds:F1} s after it answered");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.onReplica, Is.Positive);
            Assert.That(before.onPrimary, Is.Zero);
            Assert.That(without.onPrimary, Is.Positive);
            Assert.That(returned, Is.True, "readings return to the replica");
            Assert.That(await doctors.In(db.Primary).Patients(2).CountAsync(), Is.EqualTo(written));
        }

        await doctors.Patients(2).DeleteAsync();
    }

    [Test]
    public async Task A_replica_that_falls_silent_is_passed_over_whether_its_connections_are_shared_or_are_in_the_pool([Values("", "Multiplexing=true")] string setting, [Values] bool isPooled)
    {
        await using var line = Line.To(Servers.PortOf(replica));
        var waiting = isPooled ? "" : "Connection Idle Lifetime=1;Connection Pruning Interval=1;";
        await using var db = new PostgreSqlDatabase($"{primary};{setting}", [$"{replica};Port={line.Port};Timeout=1;Command Timeout=1;Cancellation Timeout=500;{waiting}{setting}"]);
        var places = new PlaceRepository(db);
        var doctors = new DoctorRepository(db);
        Assert.That((await places.FindByIdAsync(1)).IsReplica, Is.True);
        Assert.That(isPooled || await BecomesAsync(() => line.Connections == 0), Is.True, "the pool lets idle connections go");
        line.IsSilent = true;

        Assert.That((await places.FindByIdAsync(1)).IsReplica, Is.False, "the first one waits for a timeout");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var round = 0; round < 50; round++)
        {
            Assert.That((await places.FindByIdAsync(1)).IsReplica, Is.False);
            Assert.That((await doctors.Include(d => d.Patients).FindByIdAsync(1)).Patients, Is.Not.Empty);
        }

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)), "100 readings of a second would take 100");
        line.IsSilent = false;
        Assert.That(await BecomesAsync(() => places.FindByIdAsync(1).AsTask().GetAwaiter().GetResult().IsReplica), Is.True, "readings return to the replica");
    }

    private async Task UntilReplicatedAsync() =>
        Assert.That(
            await BecomesAsync(() => Servers.RunAsync(Servers.Replicated().Replica, $"SELECT count(*) FROM pg_database WHERE datname = '{Servers.DatabaseOf(primary)}'").GetAwaiter().GetResult() is 1L
                && Servers.RunAsync(replica, "SELECT count(*) FROM pg_class WHERE relname IN ('Place', 'Appointment')").GetAwaiter().GetResult() is 2L
                && Servers.RunAsync(replica, "SELECT count(*) FROM \"Appointment\"").GetAwaiter().GetResult() is 1L),
            Is.True);

    private static async Task<bool> BecomesAsync(Func<bool> isSo)
    {
        for (var round = 0; round < 300; round++)
        {
            if (isSo())
            {
                return true;
            }

            await Task.Delay(100);
        }

        return false;
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
