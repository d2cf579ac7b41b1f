using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>Where every doctor is wanted, links and patients are scanned once each, the links in a covering index alone.</summary>
internal sealed class NativeIncludes(NativeContender contender) : IIncludes
{
    private readonly NativeStatement doctors = contender.Prepare(Sql.Doctors);
    private readonly NativeStatement patients = contender.Prepare("SELECT Pid, Name, BirthYear FROM Patient");
    private readonly NativeStatement patientsOfDoctors = contender.Prepare("SELECT DoctorId, PatientId FROM Appointment ORDER BY DoctorId, PatientId");
    private readonly NativeStatement doctorsOfPatients = contender.Prepare("SELECT PatientId, DoctorId FROM Appointment ORDER BY PatientId, DoctorId");
    private readonly NativeStatement page = contender.Prepare(Sql.DoctorsPage);
    private readonly NativeStatement patientsOfPage = contender.Prepare(Sql.PatientsOfDoctors);
    private readonly NativeStatement firstPatients = contender.Prepare(Sql.FirstPatientsOfDoctors.Replace("WHERE a.DoctorId IN (SELECT value FROM json_each(@keys))", "", StringComparison.Ordinal));

    public ValueTask<object?> AllAsync()
    {
        var found = ReadDoctors(doctors);
        ReadLinks(found, ReadPatients());
        return new(found);
    }

    public ValueTask<object?> PageAsync(int skip, int take)
    {
        page.Bind(1, take);
        page.Bind(2, skip);
        var found = ReadDoctors(page);
        patientsOfPage.Bind(1, Sql.Keys(found.Select(static doctor => doctor.Id)));
        ReadJoined(patientsOfPage, found);
        return new(found);
    }

    public ValueTask<object?> NestedAsync()
    {
        var found = ReadDoctors(doctors);
        var byId = ReadPatients();
        ReadLinks(found, byId);
        var others = found.ToDictionary(static doctor => doctor.Id, static doctor => new Doctor { Id = doctor.Id, Name = doctor.Name });
        Patient? patient = null;
        var last = 0;
        while (doctorsOfPatients.Step())
        {
            var patientId = doctorsOfPatients.Int(0);
            if (patient is null || patient.Pid != patientId)
            {
                patient = byId[patientId];
                patient.Doctors = [];
                last = 0;
            }

            var id = doctorsOfPatients.Int(1);
            if (id != last)
            {
                patient.Doctors!.Add(others[last = id]);
            }
        }

        doctorsOfPatients.Reset();
        return new(found);
    }

    public ValueTask<object?> FirstAsync(int take)
    {
        var found = ReadDoctors(doctors);
        firstPatients.Bind(1, take);
        ReadJoined(firstPatients, found);
        return new(found);
    }

    private static List<Doctor> ReadDoctors(NativeStatement statement)
    {
        var found = new List<Doctor>();
        while (statement.Step())
        {
            found.Add(new() { Id = statement.Int(0), Name = statement.Text(1), Patients = [] });
        }

        statement.Reset();
        return found;
    }

    private static void ReadJoined(NativeStatement statement, List<Doctor> doctors)
    {
        var byId = new Dictionary<int, Patient>();
        var place = 0;
        var last = 0;
        while (statement.Step())
        {
            var doctorId = statement.Int(0);
            while (doctors[place].Id != doctorId)
            {
                place++;
                last = 0;
            }

            var id = statement.Int(1);
            if (id == last)
            {
                continue;
            }

            last = id;
            if (!byId.TryGetValue(id, out var patient))
            {
                byId.Add(id, patient = new() { Pid = id, Name = statement.Text(2), BirthYear = statement.Int(3) });
            }

            doctors[place].Patients!.Add(patient);
        }

        statement.Reset();
    }

    private Dictionary<int, Patient> ReadPatients()
    {
        var byId = new Dictionary<int, Patient>();
        while (patients.Step())
        {
            var id = patients.Int(0);
            byId.Add(id, new() { Pid = id, Name = patients.Text(1), BirthYear = patients.Int(2) });
        }

        patients.Reset();
        return byId;
    }

    private void ReadLinks(List<Doctor> found, Dictionary<int, Patient> byId)
    {
        var place = 0;
        var last = 0;
        while (patientsOfDoctors.Step())
        {
            var doctorId = patientsOfDoctors.Int(0);
            while (found[place].Id != doctorId)
            {
                place++;
                last = 0;
            }

            var id = patientsOfDoctors.Int(1);
            if (id != last)
            {
                found[place].Patients!.Add(byId[last = id]);
            }
        }

        patientsOfDoctors.Reset();
    }
}
