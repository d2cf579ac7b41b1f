using Dapper;
using Microsoft.Data.Sqlite;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

internal sealed class DapperFinds(SqliteConnection connection) : IFinds
{
    public ValueTask<object?> DoctorAsync(int id) => new(connection.QuerySingleOrDefault<Doctor>(Sql.Doctor, new { id }));

    public ValueTask<object?> PatientsAsync(int doctorId) => new(connection.Query<Patient>(Sql.Patients, new { doctorId }).AsList());

    public ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom) => new(connection.Query<Patient>(Sql.SomePatients, new { doctorId, bornFrom, seenFrom }).AsList());

    public ValueTask<object?> DoctorsOfAsync(int bornBefore) => new(connection.Query<Doctor>(Sql.DoctorsOf, new { bornBefore }).AsList());
}
