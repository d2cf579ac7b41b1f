using System.Globalization;

namespace Relations.Benchmarks.Contenders;

/// <summary>A contender on a SQLite file.</summary>
internal abstract class SqliteContender(string name, SqliteFile file) : Contender(name)
{
    protected SqliteFile File { get; } = file;

    /// <summary>Also empties the log, so that every sample begins with an empty one.</summary>
    protected string ResetSql { get; } = string.Create(CultureInfo.InvariantCulture, $"DELETE FROM Appointment WHERE Id > {file.Data.Appointments}; DELETE FROM Patient WHERE Pid > {file.Data.Patients}; PRAGMA wal_checkpoint(TRUNCATE)");

    public override ValueTask<IReadOnlyList<string>> ReadAddedAsync()
    {
        var added = new List<string>();
        using var connection = File.Open();
        foreach (var sql in (string[])["SELECT Name, BirthYear FROM Patient WHERE Pid > @seeded ORDER BY Pid", "SELECT DoctorId, PatientId, At, Note FROM Appointment WHERE Id > @seeded ORDER BY Id"])
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("@seeded", sql.Contains("Pid", StringComparison.Ordinal) ? File.Data.Patients : File.Data.Appointments);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                added.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(place => reader.IsDBNull(place) ? "null" : reader.GetString(place))));
            }
        }

        return new(added);
    }
}
