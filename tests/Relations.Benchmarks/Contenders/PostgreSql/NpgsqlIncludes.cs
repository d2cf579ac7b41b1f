using Npgsql;
using NpgsqlTypes;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Two statements, joined by key; a patient whom several doctors see is one object.</summary>
internal sealed class NpgsqlIncludes : IIncludes
{
    private readonly NpgsqlParameter<int> take = new() { NpgsqlDbType = NpgsqlDbType.Integer };
    private readonly NpgsqlParameter<int> skip = new() { NpgsqlDbType = NpgsqlDbType.Integer };
    private readonly NpgsqlParameter<int> first = new() { NpgsqlDbType = NpgsqlDbType.Integer };
    private readonly NpgsqlCommand doctors;
    private readonly NpgsqlCommand page;
    private readonly NpgsqlCommand patientsOfDoctors;
    private readonly NpgsqlCommand doctorsOfPatients;
    private readonly NpgsqlCommand firstPatients;

    public NpgsqlIncludes(NpgsqlContender contender)
    {
        doctors = contender.Prepare(PostgreSqlText.Doctors);
        page = contender.Prepare(PostgreSqlText.DoctorsPage, take, skip);
        patientsOfDoctors = contender.Prepare(PostgreSqlText.PatientsOfDoctors, Keys());
        doctorsOfPatients = contender.Prepare(PostgreSqlText.DoctorsOfPatients, Keys());
        firstPatients = contender.Prepare(PostgreSqlText.FirstPatientsOfDoctors, Keys(), first);
    }

    public async ValueTask<object?> AllAsync()
    {
        var found = await ReadDoctorsAsync(doctors);
        _ = await ReadPatientsAsync(patientsOfDoctors, found);
        return found;
    }

    public async ValueTask<object?> PageAsync(int skip, int take)
    {
        this.take.TypedValue = take;
        this.skip.TypedValue = skip;
        var found = await ReadDoctorsAsync(page);
        _ = await ReadPatientsAsync(patientsOfDoctors, found);
        return found;
    }

    public async ValueTask<object?> NestedAsync()
    {
        var found = await ReadDoctorsAsync(doctors);
        await ReadDoctorsOfAsync(await ReadPatientsAsync(patientsOfDoctors, found));
        return found;
    }

    public async ValueTask<object?> FirstAsync(int take)
    {
        first.TypedValue = take;
        var found = await ReadDoctorsAsync(doctors);
        _ = await ReadPatientsAsync(firstPatients, found);
        return found;
    }

    private static async ValueTask<List<Doctor>> ReadDoctorsAsync(NpgsqlCommand command)
    {
        var found = new List<Doctor>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(new() { Id = reader.GetInt32(0), Name = reader.GetString(1), Patients = [] });
        }

        return found;
    }

    /// <summary>Rows come in the order of the doctors: what is wanted is found by going on, not by looking up.</summary>
    private static async ValueTask<Dictionary<int, Patient>> ReadPatientsAsync(NpgsqlCommand command, List<Doctor> doctors)
    {
        var patients = new Dictionary<int, Patient>();
        Give(command, [.. doctors.Select(static doctor => doctor.Id)]);
        var place = 0;
        var last = 0;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var doctorId = reader.GetInt32(0);
            while (doctors[place].Id != doctorId)
            {
                place++;
                last = 0;
            }

            var id = reader.GetInt32(1);
            if (id == last)
            {
                continue;
            }

            last = id;
            if (!patients.TryGetValue(id, out var patient))
            {
                patients.Add(id, patient = new() { Pid = id, Name = reader.GetString(2), BirthYear = reader.GetInt32(3) });
            }

            doctors[place].Patients!.Add(patient);
        }

        return patients;
    }

    private async ValueTask ReadDoctorsOfAsync(Dictionary<int, Patient> patients)
    {
        var found = new Dictionary<int, Doctor>();
        Give(doctorsOfPatients, [.. patients.Keys]);
        Patient? patient = null;
        var last = 0;
        await using var reader = await doctorsOfPatients.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var patientId = reader.GetInt32(0);
            if (patient is null || patient.Pid != patientId)
            {
                patient = patients[patientId];
                patient.Doctors = [];
                last = 0;
            }

            var id = reader.GetInt32(1);
            if (id == last)
            {
                continue;
            }

            last = id;
            if (!found.TryGetValue(id, out var doctor))
            {
                found.Add(id, doctor = new() { Id = id, Name = reader.GetString(2) });
            }

            patient.Doctors!.Add(doctor);
        }
    }

    private static NpgsqlParameter<int[]> Keys() => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer };

    private static void Give(NpgsqlCommand command, int[] keys) => ((NpgsqlParameter<int[]>)command.Parameters[0]).TypedValue = keys;
}
