namespace Relations.Benchmarks.Contenders;

/// <summary>The statements that a careful person writes for SQLite: constant text for any number of keys, and targets once where a pair may repeat.</summary>
internal static class Sql
{
    public const string Doctors = "SELECT Id, Name FROM Doctor ORDER BY Id";

    public const string DoctorsPage = "SELECT Id, Name FROM Doctor ORDER BY Id LIMIT @take OFFSET @skip";

    /// <summary>By a covering index, in its order, in which a repeated pair follows itself.</summary>
    public const string PatientsOfDoctors = """
        SELECT a.DoctorId, p.Pid, p.Name, p.BirthYear
        FROM Appointment a JOIN Patient p ON p.Pid = a.PatientId
        WHERE a.DoctorId IN (SELECT value FROM json_each(@keys))
        ORDER BY a.DoctorId, a.PatientId
        """;

    public const string DoctorsOfPatients = """
        SELECT a.PatientId, d.Id, d.Name
        FROM Appointment a JOIN Doctor d ON d.Id = a.DoctorId
        WHERE a.PatientId IN (SELECT value FROM json_each(@keys))
        ORDER BY a.PatientId, a.DoctorId
        """;

    public const string FirstPatientsOfDoctors = """
        SELECT DoctorId, Pid, Name, BirthYear
        FROM (
            SELECT a.DoctorId, p.Pid, p.Name, p.BirthYear, ROW_NUMBER() OVER (PARTITION BY a.DoctorId ORDER BY p.Name) AS place
            FROM Appointment a JOIN Patient p ON p.Pid = a.PatientId
            WHERE a.DoctorId IN (SELECT value FROM json_each(@keys))
            GROUP BY a.DoctorId, a.PatientId)
        WHERE place <= @take
        ORDER BY DoctorId, place
        """;

    public const string Doctor = "SELECT Id, Name FROM Doctor WHERE Id = @id";

    public const string Patients = """
        SELECT p.Pid, p.Name, p.BirthYear
        FROM Appointment a JOIN Patient p ON p.Pid = a.PatientId
        WHERE a.DoctorId = @doctorId
        GROUP BY a.PatientId ORDER BY a.PatientId
        """;

    public const string SomePatients = """
        SELECT p.Pid, p.Name, p.BirthYear
        FROM Appointment a JOIN Patient p ON p.Pid = a.PatientId
        WHERE a.DoctorId = @doctorId AND p.BirthYear >= @bornFrom AND a.At >= @seenFrom
        GROUP BY a.PatientId ORDER BY a.PatientId
        """;

    public const string DoctorsOf = """
        SELECT d.Id, d.Name FROM Doctor d
        WHERE EXISTS (SELECT 1 FROM Appointment a JOIN Patient p ON p.Pid = a.PatientId WHERE a.DoctorId = d.Id AND p.BirthYear < @bornBefore)
        ORDER BY d.Id
        """;

    public const string InsertPatient = "INSERT INTO Patient (Name, BirthYear) VALUES (@name, @birthYear) RETURNING Pid";

    public const string InsertAppointment = "INSERT INTO Appointment (DoctorId, PatientId, At) VALUES (@doctorId, @patientId, @at)";

    /// <summary>All of them in one statement.</summary>
    public const string InsertAppointments = "INSERT INTO Appointment (DoctorId, PatientId, At) SELECT @doctorId, value, @at FROM json_each(@keys)";

    public const string Begin = "BEGIN IMMEDIATE";

    public const string Commit = "COMMIT";

    public static string Keys(IEnumerable<int> keys) => $"[{string.Join(',', keys)}]";
}
