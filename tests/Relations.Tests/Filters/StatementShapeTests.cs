using Relations.Tests.Harness;

namespace Relations.Tests.Filters;

/// <summary>The check of statements notices what does not belong into one.</summary>
[TestFixture]
public sealed class StatementShapeTests
{
    private const string Targets = """SELECT target."Pid", NULL AS "DoctorId", through."PatientId" FROM (SELECT DISTINCT "PatientId" FROM "Appointment") AS through JOIN "Patient" AS target ON target."Pid" = through."PatientId" """;
    private const string Links = """UNION ALL SELECT NULL AS "Pid", through."DoctorId", through."PatientId" FROM (SELECT through."DoctorId", through."PatientId" FROM "Appointment" AS through ORDER BY through."DoctorId", through."PatientId") AS through""";

    private const string Page = """SELECT target."Id" FROM "Appointment" AS target WHERE (target."DoctorId") = ANY (ARRAY(SELECT source."Id" FROM "Doctor" AS source ORDER BY source."Id" LIMIT $1 OFFSET $2""";

    [TestCase(Targets + Links, ExpectedResult = null)]
    [TestCase("""SELECT source."Id" FROM "Doctor" AS source WHERE source."Name" = ?1 LIMIT ?2""", ExpectedResult = null)]
    [TestCase(Targets + """UNION ALL SELECT source."Id", source."Id", source."Id" FROM "Doctor" AS source""", ExpectedResult = "UNION")]
    [TestCase(Targets + "UNION ALL " + Targets, ExpectedResult = "UNION")]
    [TestCase(Targets + Links + " " + Links, ExpectedResult = "UNION")]
    [TestCase("""SELECT source."Id" FROM "Doctor" AS source UNION SELECT source."Id" FROM "Patient" AS source""", ExpectedResult = "UNION")]
    [TestCase("""SELECT source."Id" FROM "Doctor" AS source WHERE source."Id" > ALL (SELECT source."Id" FROM "Doctor" AS source)""", ExpectedResult = "ALL")]
    [TestCase("""SELECT source."Password" FROM "Doctor" AS source""", ExpectedResult = "\"Password\"")]
    [TestCase("""SELECT source."Id" FROM "Doctor" AS source WHERE source."Id" = 5""", ExpectedResult = "5")]
    [TestCase("""SELECT source."Id" FROM "Doctor" AS source WHERE source."Name" = 'x'""", ExpectedResult = "'")]
    [TestCase("""SELECT source."Id" FROM "Doctor" AS source WHERE source."Id" = ANY (?1::integer[])""", ExpectedResult = "ANY")]
    [TestCase("""SELECT (source."Id" FROM "Doctor" AS source""", ExpectedResult = "(")]
    public string? The_first_stranger_is_named(string statement) => StatementShape.Stranger(DatabaseKind.Sqlite, statement);

    [TestCase("""SELECT source."Id" FROM "Doctor" AS source WHERE source."Id" = ANY ($1::integer[]) ORDER BY source."Name" COLLATE "C" DESC NULLS LAST""", ExpectedResult = null)]
    [TestCase("""SELECT source."Id" FROM "Doctor" AS source WHERE source."Name" GLOB $1""", ExpectedResult = "GLOB")]
    [TestCase(Page + ")) ORDER BY target.\"Id\"", ExpectedResult = null)]
    [TestCase(Page + " AND source.\"Id\" = ANY (ARRAY(SELECT source.\"Id\" FROM \"Doctor\" AS source))))", ExpectedResult = "ARRAY")]
    [TestCase("""SELECT ARRAY(SELECT source."Id" FROM "Doctor" AS source) FROM "Doctor" AS source""", ExpectedResult = "ARRAY")]
    public string? Each_database_has_words_of_its_own(string statement) => StatementShape.Stranger(DatabaseKind.PostgreSql, statement);
}
