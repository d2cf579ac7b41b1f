using System.Globalization;
using Microsoft.Data.Sqlite;
using Relations.Benchmarks.Work;
using Relations.Sqlite;

namespace Relations.Benchmarks.Contenders;

/// <summary>Fills a new file with a dataset; tables and indexes are those that Relations makes.</summary>
internal static class SqliteSeed
{
    public static async Task FillAsync(SqliteFile file)
    {
        await using (var database = new SqliteDatabase(file.ConnectionString))
        {
            await RelationsModel.CreateSchemaAsync(database);
        }

        await using var connection = file.Open();
        await using var transaction = connection.BeginTransaction();
        Insert(connection, "INSERT INTO Doctor (Id, Name) VALUES (@a, @b)", Enumerable.Range(1, file.Data.Doctors).Select(static id => new object?[] { id, Dataset.NameOfDoctor(id) }));
        Insert(connection, "INSERT INTO Patient (Pid, Name, BirthYear) VALUES (@a, @b, @c)", Enumerable.Range(1, file.Data.Patients).Select(static id => new object?[] { id, Dataset.NameOfPatient(id), Dataset.BirthYearOfPatient(id) }));
        Insert(connection, "INSERT INTO Appointment (Id, DoctorId, PatientId, At, Note) VALUES (@a, @b, @c, @d, @e)", file.Data.AllAppointments().Select(static a => new object?[] { a.Id, a.DoctorId, a.PatientId, a.At, a.Note }));
        await transaction.CommitAsync();
    }

    private static void Insert(SqliteConnection connection, string sql, IEnumerable<object?[]> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var row in rows)
        {
            for (var place = 0; place < row.Length; place++)
            {
                if (command.Parameters.Count == place)
                {
                    command.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"@{(char)('a' + place)}"), value: null));
                }

                command.Parameters[place].Value = row[place] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }
}
