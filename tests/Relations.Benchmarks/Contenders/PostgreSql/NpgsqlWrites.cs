using Npgsql;
using NpgsqlTypes;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Two rows in a transaction, whose beginning costs no round trip; many rows in one statement.</summary>
internal sealed class NpgsqlWrites : IWrites
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlParameter<string> name = new() { NpgsqlDbType = NpgsqlDbType.Text };
    private readonly NpgsqlParameter<int> birthYear = new() { NpgsqlDbType = NpgsqlDbType.Integer };
    private readonly NpgsqlParameter<int> doctorOfOne = new() { NpgsqlDbType = NpgsqlDbType.Integer };
    private readonly NpgsqlParameter<int> patientOfOne = new() { NpgsqlDbType = NpgsqlDbType.Integer };
    private readonly NpgsqlParameter<DateTime> timeOfOne = new() { NpgsqlDbType = NpgsqlDbType.Timestamp };
    private readonly NpgsqlParameter<int> doctorOfMany = new() { NpgsqlDbType = NpgsqlDbType.Integer };
    private readonly NpgsqlParameter<int[]> patients = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer };
    private readonly NpgsqlParameter<DateTime> timeOfMany = new() { NpgsqlDbType = NpgsqlDbType.Timestamp };
    private readonly NpgsqlCommand insertPatient;
    private readonly NpgsqlCommand insertAppointment;
    private readonly NpgsqlCommand insertAppointments;

    public NpgsqlWrites(NpgsqlContender contender)
    {
        connection = contender.Connection;
        insertPatient = contender.Prepare(PostgreSqlText.InsertPatient, name, birthYear);
        insertAppointment = contender.Prepare(PostgreSqlText.InsertAppointment, doctorOfOne, patientOfOne, timeOfOne);
        insertAppointments = contender.Prepare(PostgreSqlText.InsertAppointments, doctorOfMany, patients, timeOfMany);
    }

    public async ValueTask<object?> CreateAsync(int doctorId, string name, int birthYear, DateTime at)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        this.name.TypedValue = name;
        this.birthYear.TypedValue = birthYear;
        int id;
        await using (var reader = await insertPatient.ExecuteReaderAsync())
        {
            await reader.ReadAsync();
            id = reader.GetInt32(0);
        }

        _ = await LinkAsync(doctorId, id, at);
        await transaction.CommitAsync();
        return new Patient { Pid = id, Name = name, BirthYear = birthYear };
    }

    public async ValueTask<object?> LinkAsync(int doctorId, int patientId, DateTime at)
    {
        doctorOfOne.TypedValue = doctorId;
        patientOfOne.TypedValue = patientId;
        timeOfOne.TypedValue = at;
        _ = await insertAppointment.ExecuteNonQueryAsync();
        return null;
    }

    public async ValueTask<object?> LinkAllAsync(int doctorId, IReadOnlyList<int> patientIds, DateTime at)
    {
        doctorOfMany.TypedValue = doctorId;
        patients.TypedValue = patientIds as int[] ?? [.. patientIds];
        timeOfMany.TypedValue = at;
        _ = await insertAppointments.ExecuteNonQueryAsync();
        return null;
    }
}
