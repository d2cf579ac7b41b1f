namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>The statements that a careful person writes for PostgreSQL: constant text for any number of keys, and targets once where a pair may repeat.</summary>
internal static class PostgreSqlText
{
    public const string Doctors = """SELECT "Id", "Name" FROM "Doctor" ORDER BY "Id" """;

    public const string DoctorsPage = """SELECT "Id", "Name" FROM "Doctor" ORDER BY "Id" LIMIT $1 OFFSET $2""";

    public const string PatientsOfDoctors = """
        SELECT a."DoctorId", p."Pid", p."Name", p."BirthYear"
        FROM "Appointment" a JOIN "Patient" p ON p."Pid" = a."PatientId"
        WHERE a."DoctorId" = ANY ($1)
        ORDER BY a."DoctorId", a."PatientId"
        """;

    public const string DoctorsOfPatients = """
        SELECT a."PatientId", d."Id", d."Name"
        FROM "Appointment" a JOIN "Doctor" d ON d."Id" = a."DoctorId"
        WHERE a."PatientId" = ANY ($1)
        ORDER BY a."PatientId", a."DoctorId"
        """;

    public const string FirstPatientsOfDoctors = """
        SELECT "DoctorId", "Pid", "Name", "BirthYear"
        FROM (
            SELECT a."DoctorId", p."Pid", p."Name", p."BirthYear", ROW_NUMBER() OVER (PARTITION BY a."DoctorId" ORDER BY p."Name") AS place
            FROM "Appointment" a JOIN "Patient" p ON p."Pid" = a."PatientId"
            WHERE a."DoctorId" = ANY ($1)
            GROUP BY a."DoctorId", p."Pid") AS ranked
        WHERE place <= $2
        ORDER BY "DoctorId", place
        """;

    public const string Doctor = """SELECT "Id", "Name" FROM "Doctor" WHERE "Id" = $1""";

    public const string Patients = """
        SELECT DISTINCT p."Pid", p."Name", p."BirthYear"
        FROM "Appointment" a JOIN "Patient" p ON p."Pid" = a."PatientId"
        WHERE a."DoctorId" = $1
        ORDER BY p."Pid"
        """;

    public const string SomePatients = """
        SELECT DISTINCT p."Pid", p."Name", p."BirthYear"
        FROM "Appointment" a JOIN "Patient" p ON p."Pid" = a."PatientId"
        WHERE a."DoctorId" = $1 AND p."BirthYear" >= $2 AND a."At" >= $3
        ORDER BY p."Pid"
        """;

    public const string DoctorsOf = """
        SELECT d."Id", d."Name" FROM "Doctor" d
        WHERE EXISTS (SELECT 1 FROM "Appointment" a JOIN "Patient" p ON p."Pid" = a."PatientId" WHERE a."DoctorId" = d."Id" AND p."BirthYear" < $1)
        ORDER BY d."Id"
        """;

    public const string InsertPatient = """INSERT INTO "Patient" ("Name", "BirthYear") VALUES ($1, $2) RETURNING "Pid" """;

    public const string InsertAppointment = """INSERT INTO "Appointment" ("DoctorId", "PatientId", "At") VALUES ($1, $2, $3)""";

    public const string InsertAppointments = """INSERT INTO "Appointment" ("DoctorId", "PatientId", "At") SELECT $1, patient, $3 FROM unnest($2) AS patient""";
}
