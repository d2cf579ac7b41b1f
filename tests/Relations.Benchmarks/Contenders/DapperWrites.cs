using Dapper;
using Microsoft.Data.Sqlite;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

internal sealed class DapperWrites(SqliteConnection connection) : IWrites
{
    public ValueTask<object?> CreateAsync(int doctorId, string name, int birthYear, DateTime at)
    {
        using var transaction = connection.BeginTransaction();
        var patientId = connection.ExecuteScalar<int>(Sql.InsertPatient, new { name, birthYear }, transaction);
        connection.Execute(Sql.InsertAppointment, new { doctorId, patientId, at }, transaction);
        transaction.Commit();
        return new(new Patient { Pid = patientId, Name = name, BirthYear = birthYear });
    }

    public ValueTask<object?> LinkAsync(int doctorId, int patientId, DateTime at)
    {
        connection.Execute(Sql.InsertAppointment, new { doctorId, patientId, at });
        return default;
    }

    /// <summary>Dapper runs the statement for each of a list.</summary>
    public ValueTask<object?> LinkAllAsync(int doctorId, IReadOnlyList<int> patientIds, DateTime at)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(Sql.InsertAppointment, patientIds.Select(patientId => new { doctorId, patientId, at }), transaction);
        transaction.Commit();
        return default;
    }
}
