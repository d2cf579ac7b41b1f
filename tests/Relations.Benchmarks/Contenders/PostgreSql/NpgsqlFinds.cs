using Npgsql;
using NpgsqlTypes;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

internal sealed class NpgsqlFinds : IFinds
{
    private readonly NpgsqlParameter<int> id = new() { NpgsqlDbType = NpgsqlDbType.Integer };
    private readonly NpgsqlParameter<int> year = new() { NpgsqlDbType = NpgsqlDbType.Integer };
    private readonly NpgsqlParameter<DateTime> time = new() { NpgsqlDbType = NpgsqlDbType.Timestamp };
    private readonly NpgsqlCommand doctor;
    private readonly NpgsqlCommand patients;
    private readonly NpgsqlCommand somePatients;
    private readonly NpgsqlCommand doctorsOf;

    public NpgsqlFinds(NpgsqlContender contender)
    {
        doctor = contender.Prepare(PostgreSqlText.Doctor, id);
        patients = contender.Prepare(PostgreSqlText.Patients, Another(id));
        somePatients = contender.Prepare(PostgreSqlText.SomePatients, Another(id), year, time);
        doctorsOf = contender.Prepare(PostgreSqlText.DoctorsOf, Another(year));
    }

    public async ValueTask<object?> DoctorAsync(int id)
    {
        Give(doctor, id);
        await using var reader = await doctor.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new Doctor { Id = reader.GetInt32(0), Name = reader.GetString(1) } : null;
    }

    public async ValueTask<object?> PatientsAsync(int doctorId)
    {
        Give(patients, doctorId);
        return await ReadPatientsAsync(patients);
    }

    public async ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom)
    {
        Give(somePatients, doctorId);
        year.TypedValue = bornFrom;
        time.TypedValue = seenFrom;
        return await ReadPatientsAsync(somePatients);
    }

    public async ValueTask<object?> DoctorsOfAsync(int bornBefore)
    {
        Give(doctorsOf, bornBefore);
        var found = new List<Doctor>();
        await using var reader = await doctorsOf.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(new() { Id = reader.GetInt32(0), Name = reader.GetString(1) });
        }

        return found;
    }

    public static async ValueTask<List<Patient>> ReadPatientsAsync(NpgsqlCommand command)
    {
        var found = new List<Patient>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(new() { Pid = reader.GetInt32(0), Name = reader.GetString(1), BirthYear = reader.GetInt32(2) });
        }

        return found;
    }

    /// <summary>A parameter belongs to one command.</summary>
    private static NpgsqlParameter<int> Another(NpgsqlParameter<int> like) => new() { NpgsqlDbType = like.NpgsqlDbType };

    private static void Give(NpgsqlCommand command, int value) => ((NpgsqlParameter<int>)command.Parameters[0]).TypedValue = value;
}
