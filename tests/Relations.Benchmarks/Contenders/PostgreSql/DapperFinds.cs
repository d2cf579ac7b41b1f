using Dapper;
using Npgsql;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>On a connection that stays open, or on one of a data source for each call.</summary>
internal sealed class DapperFinds(Func<ValueTask<NpgsqlConnection>> open, bool keepsOpen) : IFinds
{
    public ValueTask<object?> DoctorAsync(int id) => RunAsync(async connection => await connection.QuerySingleOrDefaultAsync<Doctor>(DapperText.Doctor, new { id }));

    public ValueTask<object?> PatientsAsync(int doctorId) => RunAsync(async connection => (await connection.QueryAsync<Patient>(DapperText.Patients, new { doctorId })).AsList());

    public ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom) =>
        RunAsync(async connection => (await connection.QueryAsync<Patient>(DapperText.SomePatients, new { doctorId, bornFrom, seenFrom })).AsList());

    public ValueTask<object?> DoctorsOfAsync(int bornBefore) => RunAsync(async connection => (await connection.QueryAsync<Doctor>(DapperText.DoctorsOf, new { bornBefore })).AsList());

    private async ValueTask<object?> RunAsync(Func<NpgsqlConnection, ValueTask<object?>> work)
    {
        var connection = await open();
        try
        {
            return await work(connection);
        }
        finally
        {
            if (!keepsOpen)
            {
                await connection.DisposeAsync();
            }
        }
    }
}
