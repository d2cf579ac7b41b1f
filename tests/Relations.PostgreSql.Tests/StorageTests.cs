using Npgsql;
using Relations.Definitions;
using Relations.Sessions;
using Relations.Sql;

namespace Relations.PostgreSql.Tests;

/// <summary>How values of each type are stored, and that they come back.</summary>
[TestFixture]
public sealed class StorageTests
{
    private ServerDatabase server = null!;

    private enum Small : byte
    {
        Last = 255,
    }

    private enum Unsigned : ulong
    {
        Most = ulong.MaxValue,
    }

    [OneTimeSetUp]
    public async Task CreateDatabase() => server = await ServerDatabase.CreateAsync("Max Auto Prepare=0"); // the same statements meet tables of other types

    [OneTimeTearDown]
    public async Task Drop()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private static IEnumerable<TestCaseData> Values()
    {
        static TestCaseData Case<T>(string type, Func<IRowReader, T> read, params T[] values) => new TestCaseData(new RoundTrip<T>(type, read, values)).SetArgDisplayNames(typeof(T).Name);

        yield return Case("boolean", static row => row.GetBoolean(0), true, false);
        yield return Case("smallint", static row => row.GetSByte(0), sbyte.MinValue, (sbyte)0, sbyte.MaxValue);
        yield return Case("smallint", static row => row.GetByte(0), (byte)0, byte.MaxValue);
        yield return Case("smallint", static row => row.GetInt16(0), short.MinValue, (short)0, short.MaxValue);
        yield return Case("integer", static row => row.GetUInt16(0), (ushort)0, ushort.MaxValue);
        yield return Case("integer", static row => row.GetInt32(0), int.MinValue, 0, int.MaxValue);
        yield return Case("bigint", static row => row.GetUInt32(0), 0u, uint.MaxValue);
        yield return Case("bigint", static row => row.GetInt64(0), long.MinValue, 0, long.MaxValue);
        yield return Case("numeric", static row => row.GetUInt64(0), 0ul, ulong.MaxValue);
        yield return Case("real", static row => row.GetSingle(0), 0f, 0.1f, float.MinValue, float.Epsilon, float.PositiveInfinity, float.NaN);
        yield return Case("double precision", static row => row.GetDouble(0), 0, 0.1, 1.0 / 3, double.MaxValue, double.Epsilon, -1e300, double.NegativeInfinity, double.NaN);
        yield return Case("numeric", static row => row.GetDecimal(0), 0m, 1.5m, 10m, decimal.MinValue, decimal.MaxValue, 0.0000000000000000000000000001m, -7.9228162514264337593543950335m);
        yield return Case("text", static row => row.GetChar(0), 'x', 'ß', '€', '\'', '\0', '\u0001', '\uffff');
        yield return Case("text", static row => row.GetString(0), "", "plain", "it's \"quoted\"", "😀 ße", "[*?%_\\]", "\u0001\uffff", new string('é', 1 << 20));
        yield return Case("uuid", static row => row.GetGuid(0), Guid.Empty, Guid.Parse("fd0dfa13-47e1-4a3a-ac89-d8b7583a449a"), Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"));
        yield return Case("timestamp", static row => row.GetDateTime(0), DateTime.MinValue, DateTime.MaxValue, DateTime.MinValue.AddMicroseconds(1), new DateTime(9999, 12, 31, 23, 59, 59, 999, 998), new DateTime(2024, 2, 29, 23, 59, 59), new DateTime(1999, 12, 31, 23, 59, 59, 999, 999));
        yield return Case("timestamptz", static row => row.GetDateTimeOffset(0), DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(2020, 1, 1, 0, 0, 0, 7, new TimeSpan(-9, -30, 0)), new DateTimeOffset(1, 1, 1, 14, 0, 0, 1, TimeSpan.FromHours(14)));
        yield return Case("date", static row => row.GetDateOnly(0), DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2024, 2, 29), new DateOnly(1, 1, 2));
        yield return Case("time", static row => row.GetTimeOnly(0), TimeOnly.MinValue, new TimeOnly(23, 59, 59, 999, 999), new TimeOnly(1, 2, 3, 4));
        yield return Case("interval", static row => row.GetTimeSpan(0), TimeSpan.Zero, TimeSpan.FromDays(-3.25), TimeSpan.FromMicroseconds(1), TimeSpan.FromMicroseconds(-1), new TimeSpan(10_675_199, 2, 48, 5, 477, 580), new TimeSpan(-10_675_199, -2, -48, -5, -477, -580));
        yield return Case("bytea", static row => row.GetBytes(0), [], [0, 1, 255], new byte[1_000_000]);
        yield return Case("smallint", static row => (Small)row.GetByte(0), Small.Last, default);
        yield return Case("numeric", static row => (Unsigned)row.GetUInt64(0), Unsigned.Most);
    }

    [TestCaseSource(nameof(Values))]
    public Task Comes_back_as_it_was_stored_and_is_found_by_it(IRoundTrip trip) => trip.AssertAsync(server);

    [Test]
    public async Task Times_finer_than_microseconds_are_cut_off_stored_and_compared_alike()
    {
        await server.RunAsync("CREATE TABLE fine (a timestamp, b timestamptz, c time, d interval)");
        foreach (var year in new[] { 1, 1999, 2025, 9999 })
        {
            await server.RunAsync("DELETE FROM fine");
            var moment = new DateTime(year, 12, 31, 23, 59, 59, 999, 998).AddTicks(9);
            var instant = new DateTimeOffset(moment, TimeSpan.Zero);
            var (time, duration) = (TimeOnly.MaxValue, TimeSpan.FromTicks(-19));
            await server.Database.ExecuteAsync($"INSERT INTO fine VALUES ({moment}, {instant}, {time}, {duration})");
            var rows = await ReadAsync(server.Database, $"SELECT * FROM fine WHERE a = {moment} AND b = {instant} AND c = {time} AND d = {duration}", static row => (row.GetDateTime(0), row.GetDateTimeOffset(1), row.GetTimeOnly(2), row.GetTimeSpan(3)));
            Assert.That(rows, Is.EqualTo(new[] { (moment.AddTicks(-9), instant.AddTicks(-9), new TimeOnly(23, 59, 59, 999, 999), TimeSpan.FromTicks(-10)) }), $"{year}");
        }
    }

    [Test]
    public async Task The_first_and_the_last_moment_are_infinities_in_their_order()
    {
        await server.RunAsync("CREATE TABLE ends (at timestamp)");
        foreach (var moment in new[] { DateTime.MaxValue, new DateTime(2025, 1, 1), DateTime.MinValue })
        {
            await server.Database.ExecuteAsync($"INSERT INTO ends VALUES ({moment})");
        }

        Assert.That(await server.Database.QueryAsync($"SELECT at::text FROM ends ORDER BY at", static row => row.GetString(0)), Is.EqualTo(new[] { "-infinity", "2025-01-01 00:00:00", "infinity" }));
        Assert.That(await ReadAsync(server.Database, $"SELECT at FROM ends WHERE at < {DateTime.MaxValue} ORDER BY at", static row => row.GetDateTime(0)), Is.EqualTo(new[] { DateTime.MinValue, new DateTime(2025, 1, 1) }));
    }

    [Test]
    public async Task A_DateTime_is_the_clocks_time_whatever_its_kind()
    {
        var clock = new DateTime(2025, 3, 3, 9, 30, 0);
        foreach (var kind in Enum.GetValues<DateTimeKind>())
        {
            var rows = await ReadAsync(server.Database, $"SELECT {DateTime.SpecifyKind(clock, kind)}", static row => row.GetDateTime(0));
            Assert.That(rows.Select(static row => (row, row.Kind)), Is.EqualTo(new[] { (clock, DateTimeKind.Unspecified) }));
        }
    }

    [Test]
    public async Task Null_and_nullable_values_are_stored()
    {
        var rows = await ReadAsync(
            server.Database,
            $"SELECT {(int?)null}::int, {(string?)null}::text, {(int?)5}, {(Guid?)Guid.Empty}, {(Small?)Small.Last}, {(decimal?)1.5m}",
            static row => (row.IsNull(0), row.IsNull(1), row.GetInt32(2), row.GetGuid(3), row.GetByte(4), row.GetDecimal(5)));
        Assert.That(rows, Is.EqualTo(new[] { (true, true, 5, Guid.Empty, (byte)255, 1.5m) }));
    }

    [Test]
    public void A_value_that_does_not_fit_its_property_is_told()
    {
        void Fails<T>(SqlStatement sql, Func<IRowReader, T> read, string words) =>
            Assert.That(async () => await ReadAsync(server.Database, sql, read), Throws.TypeOf<RelationsException>().With.Message.Contains(words));

        Fails($"SELECT 99999999999", static row => row.GetInt32(0), "too large or too small");
        Fails($"SELECT 300::smallint", static row => row.GetByte(0), "too large or too small");
        Fails($"SELECT -1", static row => row.GetUInt16(0), "too large or too small");
        Fails($"SELECT 1e40::numeric", static row => row.GetDecimal(0), "too large or too small");
        Fails($"SELECT 'abc'", static row => row.GetInt32(0), "does not fit");
        Fails($"SELECT 'ab' AS mark", static row => row.GetChar(0), "'mark'");
        Fails($"SELECT NULL::text", static row => row.GetString(0), "does not fit");
        Fails($"SELECT interval '1 month'", static row => row.GetTimeSpan(0), "does not fit");
        Fails($"SELECT {new Version(1, 0)}", static row => row.IsNull(0), "System.Version");
    }

    [Test]
    public async Task Text_is_ordered_by_code_point_as_on_SQLite()
    {
        await server.RunAsync("CREATE TABLE words (word text COLLATE \"C\")");
        string[] ordered = ["", " ", "A", "Z", "a", "ab", "z", "ß", "é", "中", "\uffff", "😀"];
        await server.Database.ExecuteAsync($"INSERT INTO words SELECT unnest(string_to_array({string.Join('|', ordered.Reverse())}, '|'))");
        Assert.That(await server.Database.QueryAsync($"SELECT word FROM words ORDER BY word", static row => row.GetString(0)), Is.EqualTo(ordered));
    }

    internal static ValueTask<List<T>> ReadAsync<T>(Session session, SqlStatement sql, Func<IRowReader, T> read) =>
        session.RunAsync(
            Access.Read,
            (sql: sql.ToStatement(session.Dialect), read),
            static async (connection, state, cancel) =>
            {
                var sink = new Sink<T>(state.read);
                await connection.ReadAsync(state.sql, sink, cancel);
                return sink.Rows;
            },
            CancellationToken.None);

    public interface IRoundTrip
    {
        internal Task AssertAsync(ServerDatabase server);
    }

    private sealed class RoundTrip<T>(string type, Func<IRowReader, T> read, T[] values) : IRoundTrip
    {
        public async Task AssertAsync(ServerDatabase server)
        {
            foreach (var value in values)
            {
                await server.RunAsync($"DROP TABLE IF EXISTS own; CREATE TABLE own (value {type})");
                await server.Database.ExecuteAsync($"INSERT INTO own VALUES ({value})");
                Assert.That(await ReadAsync(server.Database, $"SELECT value FROM own", read), Is.EqualTo(new[] { value }), "read");
                Assert.That(await ReadAsync(server.Database, $"SELECT value FROM own WHERE value = {value}", read), Has.Count.EqualTo(1), "found by its value");
                var listed = await server.Database.RunAsync(
                    Access.Read,
                    (value, type),
                    static async (connection, wanted, cancel) =>
                    {
                        var statement = new Statement();
                        statement.Append($"SELECT COUNT(*) FROM own WHERE value = ANY ($1::{wanted.type}[])");
                        statement.Add(new ListParameter<T>([wanted.value]));
                        var sink = new ScalarSink();
                        await connection.ReadAsync(statement, sink, cancel);
                        return sink.Value;
                    },
                    CancellationToken.None);
                Assert.That(listed, Is.EqualTo(1), "found in a list");
            }
        }
    }

    private sealed class Sink<T>(Func<IRowReader, T> read) : RowSink
    {
        public List<T> Rows { get; } = [];

        public override bool Accept<TReader>(ref TReader row)
        {
            Rows.Add(read(row));
            return true;
        }
    }
}
