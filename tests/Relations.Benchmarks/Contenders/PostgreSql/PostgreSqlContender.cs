using System.Globalization;
using Npgsql;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>A contender on a database of a PostgreSQL server.</summary>
internal abstract class PostgreSqlContender(string name, ClinicDatabase clinic) : Contender(name)
{
    private static readonly string[] AddedRows = ["SELECT \"Pid\", \"Name\", \"BirthYear\" FROM \"Patient\" WHERE \"Pid\" > $1 ORDER BY 1", "SELECT \"DoctorId\", \"PatientId\", \"At\", \"Note\" FROM \"Appointment\" WHERE \"Id\" > $1 ORDER BY \"Id\""];

    private readonly string[] resetting =
    [
        string.Create(CultureInfo.InvariantCulture, $"DELETE FROM \"Appointment\" WHERE \"Id\" > {clinic.Data.Appointments}"),
        string.Create(CultureInfo.InvariantCulture, $"DELETE FROM \"Patient\" WHERE \"Pid\" > {clinic.Data.Patients}"),
        .. ClinicSeed.NextKeys(clinic.Data),
        "VACUUM \"Appointment\", \"Patient\"",
    ];

    protected StatementCounter Counter { get; } = new();

    public override ValueTask<int> CountStatementsAsync(Func<ValueTask<object?>> work) => Counter.CountAsync(work);

    public override async ValueTask<IReadOnlyList<string>> ReadAddedAsync()
    {
        var added = new List<string>();
        await using var connection = await clinic.OpenAsync();
        foreach (var sql in AddedRows)
        {
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = sql.Contains("\"Pid\"", StringComparison.Ordinal) ? clinic.Data.Patients : clinic.Data.Appointments } } };
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                added.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(place => Convert.ToString(reader.GetValue(place), CultureInfo.InvariantCulture))));
            }
        }

        return added;
    }

    /// <summary>Also removes what the deleted rows leave in tables and indexes.</summary>
    public override ValueTask ResetAsync() => clinic.ExecuteAsync(resetting);
}
