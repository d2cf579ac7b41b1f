using Dapper;
using Npgsql;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Rows are read as tuples: a patient is made once.</summary>
internal sealed class DapperIncludes(NpgsqlConnection connection) : IIncludes
{
    public async ValueTask<object?> AllAsync()
    {
        var doctors = (await connection.QueryAsync<Doctor>(PostgreSqlText.Doctors)).AsList();
        _ = await ReadPatientsAsync(doctors, DapperText.PatientsOfDoctors);
        return doctors;
    }

    public async ValueTask<object?> PageAsync(int skip, int take)
    {
        var doctors = (await connection.QueryAsync<Doctor>(DapperText.DoctorsPage, new { take, skip })).AsList();
        _ = await ReadPatientsAsync(doctors, DapperText.PatientsOfDoctors);
        return doctors;
    }

    public async ValueTask<object?> NestedAsync()
    {
        var doctors = (await connection.QueryAsync<Doctor>(PostgreSqlText.Doctors)).AsList();
        var patients = await ReadPatientsAsync(doctors, DapperText.PatientsOfDoctors);
        var found = new Dictionary<int, Doctor>();
        foreach (var (patientId, id, name) in await connection.QueryAsync<(int PatientId, int Id, string Name)>(DapperText.DoctorsOfPatients, new { keys = patients.Keys.ToArray() }))
        {
            if (!found.TryGetValue(id, out var doctor))
            {
                found.Add(id, doctor = new() { Id = id, Name = name });
            }

            (patients[patientId].Doctors ??= []).Add(doctor);
        }

        return doctors;
    }

    public async ValueTask<object?> FirstAsync(int take)
    {
        var doctors = (await connection.QueryAsync<Doctor>(PostgreSqlText.Doctors)).AsList();
        _ = await ReadPatientsAsync(doctors, DapperText.FirstPatientsOfDoctors, take);
        return doctors;
    }

    private async ValueTask<Dictionary<int, Patient>> ReadPatientsAsync(List<Doctor> doctors, string sql, int? take = null)
    {
        var byId = new Dictionary<int, Doctor>(doctors.Count);
        foreach (var doctor in doctors)
        {
            doctor.Patients = [];
            byId.Add(doctor.Id, doctor);
        }

        var patients = new Dictionary<int, Patient>();
        object parameters = take is { } first ? new { keys = byId.Keys.ToArray(), take = first } : new { keys = byId.Keys.ToArray() };
        foreach (var (doctorId, pid, name, birthYear) in await connection.QueryAsync<(int DoctorId, int Pid, string Name, int BirthYear)>(sql, parameters))
        {
            if (!patients.TryGetValue(pid, out var patient))
            {
                patients.Add(pid, patient = new() { Pid = pid, Name = name, BirthYear = birthYear });
            }

            byId[doctorId].Patients!.Add(patient);
        }

        return patients;
    }
}
