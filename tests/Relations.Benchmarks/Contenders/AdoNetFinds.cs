using Microsoft.Data.Sqlite;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

internal sealed class AdoNetFinds(AdoNetContender contender) : IFinds
{
    private readonly SqliteCommand doctor = contender.Prepare(Sql.Doctor, ("@id", SqliteType.Integer));
    private readonly SqliteCommand patients = contender.Prepare(Sql.Patients, ("@doctorId", SqliteType.Integer));
    private readonly SqliteCommand somePatients = contender.Prepare(Sql.SomePatients, ("@doctorId", SqliteType.Integer), ("@bornFrom", SqliteType.Integer), ("@seenFrom", SqliteType.Text));
    private readonly SqliteCommand doctorsOf = contender.Prepare(Sql.DoctorsOf, ("@bornBefore", SqliteType.Integer));

    public ValueTask<object?> DoctorAsync(int id)
    {
        doctor.Parameters[0].Value = id;
        using var reader = doctor.ExecuteReader();
        return new(reader.Read() ? new Doctor { Id = reader.GetInt32(0), Name = reader.GetString(1) } : null);
    }

    public ValueTask<object?> PatientsAsync(int doctorId)
    {
        patients.Parameters[0].Value = doctorId;
        return new(ReadPatients(patients));
    }

    public ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom)
    {
        somePatients.Parameters[0].Value = doctorId;
        somePatients.Parameters[1].Value = bornFrom;
        somePatients.Parameters[2].Value = seenFrom;
        return new(ReadPatients(somePatients));
    }

    public ValueTask<object?> DoctorsOfAsync(int bornBefore)
    {
        doctorsOf.Parameters[0].Value = bornBefore;
        var found = new List<Doctor>();
        using var reader = doctorsOf.ExecuteReader();
        while (reader.Read())
        {
            found.Add(new() { Id = reader.GetInt32(0), Name = reader.GetString(1) });
        }

        return new(found);
    }

    private static List<Patient> ReadPatients(SqliteCommand command)
    {
        var found = new List<Patient>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found.Add(new() { Pid = reader.GetInt32(0), Name = reader.GetString(1), BirthYear = reader.GetInt32(2) });
        }

        return found;
    }
}
