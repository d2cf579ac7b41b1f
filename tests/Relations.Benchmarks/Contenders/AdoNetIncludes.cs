using Microsoft.Data.Sqlite;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>Two statements, joined by key; a patient whom several doctors see is one object.</summary>
internal sealed class AdoNetIncludes(AdoNetContender contender) : IIncludes
{
    private readonly SqliteCommand doctors = contender.Prepare(Sql.Doctors);
    private readonly SqliteCommand page = contender.Prepare(Sql.DoctorsPage, ("@take", SqliteType.Integer), ("@skip", SqliteType.Integer));
    private readonly SqliteCommand patientsOfDoctors = contender.Prepare(Sql.PatientsOfDoctors, ("@keys", SqliteType.Text));
    private readonly SqliteCommand doctorsOfPatients = contender.Prepare(Sql.DoctorsOfPatients, ("@keys", SqliteType.Text));
    private readonly SqliteCommand firstPatients = contender.Prepare(Sql.FirstPatientsOfDoctors, ("@keys", SqliteType.Text), ("@take", SqliteType.Integer));

    public ValueTask<object?> AllAsync()
    {
        var found = ReadDoctors(doctors);
        ReadPatients(patientsOfDoctors, found);
        return new(found);
    }

    public ValueTask<object?> PageAsync(int skip, int take)
    {
        page.Parameters[0].Value = take;
        page.Parameters[1].Value = skip;
        var found = ReadDoctors(page);
        ReadPatients(patientsOfDoctors, found);
        return new(found);
    }

    public ValueTask<object?> NestedAsync()
    {
        var found = ReadDoctors(doctors);
        ReadDoctorsOf(ReadPatients(patientsOfDoctors, found));
        return new(found);
    }

    public ValueTask<object?> FirstAsync(int take)
    {
        var found = ReadDoctors(doctors);
        firstPatients.Parameters[1].Value = take;
        ReadPatients(firstPatients, found);
        return new(found);
    }

    private static List<Doctor> ReadDoctors(SqliteCommand command)
    {
        var found = new List<Doctor>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found.Add(new() { Id = reader.GetInt32(0), Name = reader.GetString(1), Patients = [] });
        }

        return found;
    }

    /// <summary>Rows come in the order of the doctors: what is wanted is found by going on, not by looking up.</summary>
    private static Dictionary<int, Patient> ReadPatients(SqliteCommand command, List<Doctor> doctors)
    {
        var patients = new Dictionary<int, Patient>();
        command.Parameters[0].Value = Sql.Keys(doctors.Select(static doctor => doctor.Id));
        var place = 0;
        var last = 0;
        using var reader = command.ExecuteReader();
        while (reader.Read())
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

    private void ReadDoctorsOf(Dictionary<int, Patient> patients)
    {
        var found = new Dictionary<int, Doctor>();
        doctorsOfPatients.Parameters[0].Value = Sql.Keys(patients.Keys);
        Patient? patient = null;
        var last = 0;
        using var reader = doctorsOfPatients.ExecuteReader();
        while (reader.Read())
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
}
