using Dapper;
using Npgsql;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

internal sealed class DapperWrites(NpgsqlConnection connection) : IWrites
{
    public async ValueTask<object?> CreateAsync(int doctorId, string name, int birthYear, DateTime at)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var patientId = await connection.ExecuteScalarAsync<int>(DapperText.InsertPatient, new { name, birthYear }, transaction);
        await connection.ExecuteAsync(DapperText.InsertAppointment, new { doctorId, patientId, at }, transaction);
        await transaction.CommitAsync();
        return new Patient { Pid = patientId, Name = name, BirthYear = birthYear };
    }

    public async ValueTask<object?> LinkAsync(int doctorId, int patientId, DateTime at)
    {
        await connection.ExecuteAsync(DapperText.InsertAppointment, new { doctorId, patientId, at });
        return null;
    }

    public async ValueTask<object?> LinkAllAsync(int doctorId, IReadOnlyList<int> patientIds, DateTime at)
    {
        await connection.ExecuteAsync(DapperText.InsertAppointments, new { doctorId, patientId = patientIds as int[] ?? [.. patientIds], at });
        return null;
    }
}
