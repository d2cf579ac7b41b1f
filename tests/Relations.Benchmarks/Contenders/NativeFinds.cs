using System.Globalization;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

internal sealed class NativeFinds(NativeContender contender) : IFinds
{
    private readonly NativeStatement doctor = contender.Prepare(Sql.Doctor);
    private readonly NativeStatement patients = contender.Prepare(Sql.Patients);
    private readonly NativeStatement somePatients = contender.Prepare(Sql.SomePatients);
    private readonly NativeStatement doctorsOf = contender.Prepare(Sql.DoctorsOf);

    public ValueTask<object?> DoctorAsync(int id)
    {
        doctor.Bind(1, id);
        var found = doctor.Step() ? new Doctor { Id = doctor.Int(0), Name = doctor.Text(1) } : null;
        doctor.Reset();
        return new(found);
    }

    public ValueTask<object?> PatientsAsync(int doctorId)
    {
        patients.Bind(1, doctorId);
        return new(ReadPatients(patients));
    }

    public ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom)
    {
        somePatients.Bind(1, doctorId);
        somePatients.Bind(2, bornFrom);
        somePatients.Bind(3, seenFrom.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        return new(ReadPatients(somePatients));
    }

    public ValueTask<object?> DoctorsOfAsync(int bornBefore)
    {
        doctorsOf.Bind(1, bornBefore);
        var found = new List<Doctor>();
        while (doctorsOf.Step())
        {
            found.Add(new() { Id = doctorsOf.Int(0), Name = doctorsOf.Text(1) });
        }

        doctorsOf.Reset();
        return new(found);
    }

    private static List<Patient> ReadPatients(NativeStatement statement)
    {
        var found = new List<Patient>();
        while (statement.Step())
        {
            found.Add(new() { Pid = statement.Int(0), Name = statement.Text(1), BirthYear = statement.Int(2) });
        }

        statement.Reset();
        return found;
    }
}
