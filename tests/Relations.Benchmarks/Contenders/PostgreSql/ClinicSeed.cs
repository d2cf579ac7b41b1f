using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Relations.Benchmarks.Work;
using Relations.PostgreSql;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Fills a new database with a dataset; tables and indexes are those that Relations makes.</summary>
internal static class ClinicSeed
{
    public static async Task FillAsync(ClinicDatabase clinic)
    {
        await using (var database = new PostgreSqlDatabase($"{clinic.ConnectionString};Pooling=false"))
        {
            await RelationsModel.CreateSchemaAsync(database);
        }

        var data = clinic.Data;
        await using (var connection = await clinic.OpenAsync())
        {
            await CopyAsync(connection, "\"Doctor\" (\"Id\", \"Name\")", Enumerable.Range(1, data.Doctors).Select(static id => new object?[] { id, Dataset.NameOfDoctor(id) }));
            await CopyAsync(connection, "\"Patient\" (\"Pid\", \"Name\", \"BirthYear\")", Enumerable.Range(1, data.Patients).Select(static id => new object?[] { id, Dataset.NameOfPatient(id), Dataset.BirthYearOfPatient(id) }));
            await CopyAsync(connection, "\"Appointment\" (\"Id\", \"DoctorId\", \"PatientId\", \"At\", \"Note\")", data.AllAppointments().Select(static a => new object?[] { a.Id, a.DoctorId, a.PatientId, a.At, a.Note }));
        }

        await clinic.ExecuteAsync([.. NextKeys(data), "VACUUM ANALYZE"]);
    }

    /// <summary>Makes the next keys those after the dataset's.</summary>
    public static string[] NextKeys(Dataset data) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"SELECT setval(pg_get_serial_sequence('\"Patient\"', 'Pid'), {data.Patients})"),
        string.Create(CultureInfo.InvariantCulture, $"SELECT setval(pg_get_serial_sequence('\"Appointment\"', 'Id'), {data.Appointments})"),
    ];

    private static async Task CopyAsync(NpgsqlConnection connection, string columns, IEnumerable<object?[]> rows)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {columns} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var value in row)
            {
                await (value switch
                {
                    null => writer.WriteNullAsync(),
                    int number => writer.WriteAsync(number, NpgsqlDbType.Integer),
                    DateTime moment => writer.WriteAsync(moment, NpgsqlDbType.Timestamp),
                    _ => writer.WriteAsync((string)value, NpgsqlDbType.Text),
                });
            }
        }

        await writer.CompleteAsync();
    }
}
