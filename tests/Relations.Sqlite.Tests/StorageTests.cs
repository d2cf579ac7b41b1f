using System.Globalization;
using Relations.Definitions;

namespace Relations.Sqlite.Tests;

[TestFixture(true)]
[TestFixture(false)]
public sealed class StorageTests(bool usesFunctionPointers)
{
    private enum Small : byte
    {
        Last = 255,
    }

    private enum Signed : long
    {
        Least = long.MinValue,
    }

    private static IEnumerable<TestCaseData> Values()
    {
        static TestCaseData Case<T>(Func<IRowReader, T> read, params T[] values) => new TestCaseData(new RoundTrip<T>(read, values)).SetArgDisplayNames(typeof(T).Name);

        yield return Case(static row => row.GetBoolean(0), true, false);
        yield return Case(static row => row.GetSByte(0), sbyte.MinValue, (sbyte)0, sbyte.MaxValue);
        yield return Case(static row => row.GetByte(0), (byte)0, byte.MaxValue);
        yield return Case(static row => row.GetInt16(0), short.MinValue, (short)0, short.MaxValue);
        yield return Case(static row => row.GetUInt16(0), (ushort)0, ushort.MaxValue);
        yield return Case(static row => row.GetInt32(0), int.MinValue, 0, int.MaxValue);
        yield return Case(static row => row.GetUInt32(0), 0u, uint.MaxValue);
        yield return Case(static row => row.GetInt64(0), long.MinValue, 0, long.MaxValue);
        yield return Case(static row => row.GetUInt64(0), 0ul, (ulong)long.MaxValue);
        yield return Case(static row => row.GetSingle(0), 0f, 0.1f, float.MinValue, float.Epsilon, float.PositiveInfinity);
        yield return Case(static row => row.GetDouble(0), 0, 0.1, 1.0 / 3, double.MaxValue, double.Epsilon, -1e300, double.NegativeInfinity);
        yield return Case(static row => row.GetDecimal(0), 0m, 1.5m, 10m, decimal.MinValue, decimal.MaxValue, 0.0000000000000000000000000001m);
        yield return Case(static row => row.GetChar(0), 'x', 'ß', '€', '\0', '\'');
        yield return Case(static row => row.GetString(0), "", "plain", "a\0b", "\0", "it's \"quoted\"", "😀 ße", "[*?%_\\]", new string('é', 1 << 20));
        yield return Case(static row => row.GetGuid(0), Guid.Empty, Guid.Parse("fd0dfa13-47e1-4a3a-ac89-d8b7583a449a"));
        yield return Case(static row => row.GetDateTime(0), DateTime.MinValue, DateTime.MaxValue, new DateTime(2024, 2, 29, 23, 59, 59), new DateTime(2024, 1, 1).AddTicks(1), new DateTime(2024, 1, 1).AddMilliseconds(120));
        yield return Case(static row => row.GetDateTimeOffset(0), DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(2020, 1, 1, 0, 0, 0, 7, new TimeSpan(-9, -30, 0)), new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(14)));
        yield return Case(static row => row.GetDateOnly(0), DateOnly.MinValue, DateOnly.MaxValue);
        yield return Case(static row => row.GetTimeOnly(0), TimeOnly.MinValue, TimeOnly.MaxValue, new TimeOnly(1, 2, 3), new TimeOnly(1, 2, 3, 4));
        yield return Case(static row => row.GetTimeSpan(0), TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromDays(-3.25));
        yield return Case(static row => row.GetBytes(0), [], [0, 1, 255], new byte[100_000]);
        yield return Case(static row => (Small)row.GetByte(0), Small.Last, default);
        yield return Case(static row => (Signed)row.GetInt64(0), Signed.Least);
    }

    [TestCaseSource(nameof(Values))]
    public async Task Comes_back_as_it_was_stored(IRoundTrip trip)
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        await trip.AssertAsync(file);
    }

    public interface IRoundTrip
    {
        internal Task AssertAsync(SqliteFile file);
    }

    private sealed class RoundTrip<T>(Func<IRowReader, T> read, T[] values) : IRoundTrip
    {
        public async Task AssertAsync(SqliteFile file)
        {
            await file.Database.ExecuteAsync($"CREATE TABLE own (id INTEGER PRIMARY KEY, value)");
            using var other = file.OpenOther();
            foreach (var value in values)
            {
                await file.Database.ExecuteAsync($"INSERT INTO own (value) VALUES ({value})");
                var (native, type) = (await file.Database.ReadAsync($"SELECT value, typeof(value) FROM own WHERE id = (SELECT MAX(id) FROM own)", row => (read(row), row.GetString(1)))).Single();
                Assert.That(native, Is.EqualTo(value), "native");

                // What Microsoft.Data.Sqlite stores for the same value, and reads of ours.
                using var command = other.CreateCommand();
                command.CommandText = "SELECT typeof(@value), quote(@value), quote(value), value FROM own ORDER BY id DESC LIMIT 1";
                command.Parameters.AddWithValue("@value", value);
                using var reader = command.ExecuteReader();
                Assert.That(reader.Read(), Is.True);
                Assert.That(type, Is.EqualTo(reader.GetString(0)), "storage class");
                Assert.That(reader.GetString(2), Is.EqualTo(reader.GetString(1)), "stored form");
                Assert.That(reader.GetFieldValue<T>(3), Is.EqualTo(value), "read by Microsoft.Data.Sqlite");

                var listed = await file.Database.RunAsync(
                    Sessions.Access.Read,
                    value,
                    static async (connection, wanted, cancel) =>
                    {
                        var statement = new Sql.Statement();
                        var read = typeof(T) == typeof(byte[]) ? "unhex(value)" : typeof(T) == typeof(double) || typeof(T) == typeof(float) ? "relations_real(value)" : "value";
                        statement.Append($"SELECT COUNT(*) FROM own WHERE value IN (SELECT {read} FROM json_each(?1))");
                        statement.Add(new ListParameter<T>([wanted]));
                        var sink = new Sessions.ScalarSink();
                        await connection.ReadAsync(statement, sink, cancel);
                        return sink.Value;
                    },
                    CancellationToken.None);
                Assert.That(listed, Is.EqualTo(1), "found in a list");
            }
        }
    }

    [Test]
    public async Task Null_and_nullable_values_are_stored()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        var rows = await database.ReadAsync($"SELECT {(int?)null}, {(string?)null}, {(int?)5}, {(Guid?)Guid.Empty}, {(Small?)Small.Last}, {(decimal?)1.5m}",
            static row => (row.IsNull(0), row.IsNull(1), row.GetInt32(2), row.GetGuid(3), row.GetByte(4), row.GetDecimal(5)));
        Assert.That(rows, Is.EqualTo(new[] { (true, true, 5, Guid.Empty, (byte)255, 1.5m) }));
    }

    [Test]
    public async Task Accepts_what_other_tools_store()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        var guid = Guid.NewGuid();
        var rows = await database.ReadAsync($"SELECT {guid.ToByteArray()}, {guid.ToString("D", CultureInfo.InvariantCulture)}, '2024-02-29T10:11:12.5', '2024-02-29T10:11:12Z', 12, 1.5, '2024-02-29 10:11'",
            static row => (row.GetGuid(0), row.GetGuid(1), row.GetDateTime(2), row.GetDateTimeOffset(3), row.GetDecimal(4), row.GetDecimal(5), row.GetDateTime(6)));
        Assert.That(rows[0], Is.EqualTo((guid, guid, new DateTime(2024, 2, 29, 10, 11, 12, 500), new DateTimeOffset(2024, 2, 29, 10, 11, 12, TimeSpan.Zero), 12m, 1.5m, new DateTime(2024, 2, 29, 10, 11, 0))));
    }

    [Test]
    public async Task A_value_that_does_not_fit_names_column_and_value()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        void Fails<T>(SqlStatement sql, Rows.RowReading<T> read, params string[] words)
        {
            var error = Assert.CatchAsync<RelationsException>(async () => await database.ReadAsync(sql, read));
            Assert.That(words, Is.All.Matches<string>(word => error!.Message.Contains(word, StringComparison.Ordinal)), error!.Message);
        }

        Fails($"SELECT 99999999999 AS price", static row => row.GetInt32(0), "'price'", "99999999999", "Int32");
        Fails($"SELECT 'abc' AS price", static row => row.GetInt32(0), "'price'", "'abc'", "Int32");
        Fails($"SELECT 1.5 AS price", static row => row.GetInt64(0), "'price'", "1.5");
        Fails($"SELECT -1 AS price", static row => row.GetUInt64(0), "-1", "UInt64");
        Fails($"SELECT 1e300 AS price", static row => row.GetSingle(0), "Single");
        Fails($"SELECT 1e300 AS price", static row => row.GetDecimal(0), "Decimal");
        Fails($"SELECT NULL AS price", static row => row.GetString(0), "NULL", "nullable");
        Fails($"SELECT 'ab' AS price", static row => row.GetChar(0), "Char");
        Fails($"SELECT '2024-13-01' AS price", static row => row.GetDateTime(0), "'2024-13-01'", "DateTime");
        Fails($"SELECT x'00' AS price", static row => row.GetGuid(0), "BLOB of 1 bytes");
        Fails($"SELECT {ulong.MaxValue}", static row => row.IsNull(0), "18446744073709551615");
        Assert.That(async () => await database.ReadAsync($"SELECT {ulong.MaxValue}", static row => row.IsNull(0)), Throws.TypeOf<ConstraintException>());
        Fails($"SELECT {double.NaN}", static row => row.IsNull(0), "NaN");
        Fails($"SELECT {"a\ud800b"}", static row => row.IsNull(0), "U+D800", "position 1");
        Fails($"SELECT {new Version(1, 0)}", static row => row.IsNull(0), "System.Version");
        Assert.That(await database.ReadAsync($"SELECT {1}", static row => row.GetInt32(0)), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Text_of_a_database_in_utf16_is_read()
    {
        await using var file = new SqliteFile(usesFunctionPointers: usesFunctionPointers);
        using (var other = file.OpenOther())
        {
            using var command = other.CreateCommand();
            command.CommandText = "PRAGMA encoding = 'UTF-16'; CREATE TABLE own (value TEXT); INSERT INTO own VALUES ('né😀')";
            command.ExecuteNonQuery();
        }

        var rows = await file.Database.ReadAsync($"SELECT value, relations_upper(value) FROM own WHERE value LIKE 'n%'", static row => (row.GetString(0), row.GetString(1)));
        Assert.That(rows, Is.EqualTo(new[] { ("né😀", "NÉ😀") }));
    }

    [Test]
    public async Task Decimals_instants_and_durations_are_ordered_as_in_CSharp()
    {
        await using var database = new SqliteDatabase(":memory:") { UsesFunctionPointers = usesFunctionPointers };
        decimal[] decimals = [10m, 9.5m, -1m, -10m, 0.05m, 100m, decimal.MaxValue, decimal.MinValue];
        DateTimeOffset[] instants = [new(2020, 1, 1, 12, 0, 0, TimeSpan.FromHours(5)), new(2020, 1, 1, 11, 0, 0, TimeSpan.Zero), new(2020, 1, 1, 1, 0, 0, TimeSpan.FromHours(-10))];
        TimeSpan[] durations = [TimeSpan.FromDays(10), TimeSpan.FromDays(9), TimeSpan.FromHours(-1), TimeSpan.FromTicks(1), TimeSpan.MinValue];
        await database.ExecuteAsync($"CREATE TABLE own (kind INTEGER, value TEXT)");
        foreach (var value in decimals)
        {
            await database.ExecuteAsync($"INSERT INTO own VALUES (1, {value})");
        }

        foreach (var value in instants)
        {
            await database.ExecuteAsync($"INSERT INTO own VALUES (2, {value})");
        }

        foreach (var value in durations)
        {
            await database.ExecuteAsync($"INSERT INTO own VALUES (3, {value})");
        }

        Assert.That(await database.ReadAsync($"SELECT value FROM own WHERE kind = 1 ORDER BY value COLLATE relations_decimal", static row => row.GetDecimal(0)), Is.EqualTo(decimals.Order()));
        Assert.That(await database.ReadAsync($"SELECT value FROM own WHERE kind = 2 ORDER BY value COLLATE relations_instant", static row => row.GetDateTimeOffset(0)), Is.EqualTo(instants.Order()));
        Assert.That(await database.ReadAsync($"SELECT value FROM own WHERE kind = 3 ORDER BY value COLLATE relations_duration", static row => row.GetTimeSpan(0)), Is.EqualTo(durations.Order()));
        Assert.That(await database.ReadAsync($"SELECT '1.50' COLLATE relations_decimal = '1.5', '9' COLLATE relations_decimal < '10'", static row => row.GetBoolean(0) && row.GetBoolean(1)), Is.EqualTo(new[] { true }));
    }
}
