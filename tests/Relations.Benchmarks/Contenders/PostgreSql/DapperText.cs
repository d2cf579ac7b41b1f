namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>The baseline's statements with Dapper's named parameters.</summary>
internal static class DapperText
{
    public const string DoctorsPage = """SELECT "Id", "Name" FROM "Doctor" ORDER BY "Id" LIMIT @take OFFSET @skip""";

    public static readonly string PatientsOfDoctors = PostgreSqlText.PatientsOfDoctors.Replace("$1", "@keys", StringComparison.Ordinal);

    public static readonly string DoctorsOfPatients = PostgreSqlText.DoctorsOfPatients.Replace("$1", "@keys", StringComparison.Ordinal);

    public static readonly string FirstPatientsOfDoctors = PostgreSqlText.FirstPatientsOfDoctors.Replace("$1", "@keys", StringComparison.Ordinal).Replace("$2", "@take", StringComparison.Ordinal);

    public static readonly string Doctor = PostgreSqlText.Doctor.Replace("$1", "@id", StringComparison.Ordinal);

    public static readonly string Patients = PostgreSqlText.Patients.Replace("$1", "@doctorId", StringComparison.Ordinal);

    public static readonly string SomePatients = PostgreSqlText.SomePatients
        .Replace("$1", "@doctorId", StringComparison.Ordinal).Replace("$2", "@bornFrom", StringComparison.Ordinal).Replace("$3", "@seenFrom", StringComparison.Ordinal);

    public static readonly string DoctorsOf = PostgreSqlText.DoctorsOf.Replace("$1", "@bornBefore", StringComparison.Ordinal);

    public static readonly string InsertPatient = PostgreSqlText.InsertPatient.Replace("$1", "@name", StringComparison.Ordinal).Replace("$2", "@birthYear", StringComparison.Ordinal);

    public static readonly string InsertAppointment = Insert(PostgreSqlText.InsertAppointment);

    public static readonly string InsertAppointments = Insert(PostgreSqlText.InsertAppointments);

    private static string Insert(string text) =>
        text.Replace("$1", "@doctorId", StringComparison.Ordinal).Replace("$2", "@patientId", StringComparison.Ordinal).Replace("$3", "@at", StringComparison.Ordinal);
}
