using Dapper;
using Microsoft.Data.Sqlite;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>Rows are read as tuples, which is faster here than Dapper's mapping to several types: a patient is made once.</summary>
internal sealed class DapperIncludes(SqliteConnection connection) : IIncludes
{
    public ValueTask<object?> AllAsync()
    {
        var doctors = connection.Query<Doctor>(Sql.Doctors).AsList();
        ReadPatients(doctors, Sql.PatientsOfDoctors);
        return new(doctors);
    }

    public ValueTask<object?> PageAsync(int skip, int take)
    {
        var doctors = connection.Query<Doctor>(Sql.DoctorsPage, new { take, skip }).AsList();
        ReadPatients(doctors, Sql.PatientsOfDoctors);
        return new(doctors);
    }

    public ValueTask<object?> NestedAsync()
    {
        var doctors = connection.Query<Doctor>(Sql.Doctors).AsList();
        var patients = ReadPatients(doctors, Sql.PatientsOfDoctors);
        var found = new Dictionary<int, Doctor>();
        foreach (var (patientId, id, name) in connection.Query<(int PatientId, int Id, string Name)>(Sql.DoctorsOfPatients, new { keys = Sql.Keys(patients.Keys) }, buffered: false))
        {
            if (!found.TryGetValue(id, out var doctor))
            {
                found.Add(id, doctor = new() { Id = id, Name = name });
            }

            (patients[patientId].Doctors ??= []).Add(doctor);
        }

        return new(doctors);
    }

    public ValueTask<object?> FirstAsync(int take)
    {
        var doctors = connection.Query<Doctor>(Sql.Doctors).AsList();
        ReadPatients(doctors, Sql.FirstPatientsOfDoctors, take);
        return new(doctors);
    }

    private Dictionary<int, Patient> ReadPatients(List<Doctor> doctors, string sql, int take = 0)
    {
        var byId = new Dictionary<int, Doctor>(doctors.Count);
        foreach (var doctor in doctors)
        {
            doctor.Patients = [];
            byId.Add(doctor.Id, doctor);
        }

        var patients = new Dictionary<int, Patient>();
        foreach (var (doctorId, pid, name, birthYear) in connection.Query<(int DoctorId, int Pid, string Name, int BirthYear)>(sql, new { keys = Sql.Keys(byId.Keys), take }, buffered: false))
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
