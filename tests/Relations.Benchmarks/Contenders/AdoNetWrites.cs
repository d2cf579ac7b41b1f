using System.Globalization;
using Microsoft.Data.Sqlite;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

internal sealed class AdoNetWrites(AdoNetContender contender) : IWrites
{
    private readonly SqliteCommand begin = contender.Prepare(Sql.Begin);
    private readonly SqliteCommand commit = contender.Prepare(Sql.Commit);
    private readonly SqliteCommand insertPatient = contender.Prepare(Sql.InsertPatient, ("@name", SqliteType.Text), ("@birthYear", SqliteType.Integer));
    private readonly SqliteCommand insertAppointment = contender.Prepare(Sql.InsertAppointment, ("@doctorId", SqliteType.Integer), ("@patientId", SqliteType.Integer), ("@at", SqliteType.Text));

    public ValueTask<object?> CreateAsync(int doctorId, string name, int birthYear, DateTime at)
    {
        begin.ExecuteNonQuery();
        insertPatient.Parameters[0].Value = name;
        insertPatient.Parameters[1].Value = birthYear;
        var id = Convert.ToInt32(insertPatient.ExecuteScalar(), CultureInfo.InvariantCulture);
        Insert(doctorId, id, at);
        commit.ExecuteNonQuery();
        return new(new Patient { Pid = id, Name = name, BirthYear = birthYear });
    }

    public ValueTask<object?> LinkAsync(int doctorId, int patientId, DateTime at)
    {
        Insert(doctorId, patientId, at);
        return default;
    }

    /// <summary>A row at a time, as ADO.NET is mostly written.</summary>
    public ValueTask<object?> LinkAllAsync(int doctorId, IReadOnlyList<int> patientIds, DateTime at)
    {
        begin.ExecuteNonQuery();
        insertAppointment.Parameters[0].Value = doctorId;
        insertAppointment.Parameters[2].Value = at;
        foreach (var patientId in patientIds)
        {
            insertAppointment.Parameters[1].Value = patientId;
            insertAppointment.ExecuteNonQuery();
        }

        commit.ExecuteNonQuery();
        return default;
    }

    private void Insert(int doctorId, int patientId, DateTime at)
    {
        insertAppointment.Parameters[0].Value = doctorId;
        insertAppointment.Parameters[1].Value = patientId;
        insertAppointment.Parameters[2].Value = at;
        insertAppointment.ExecuteNonQuery();
    }
}
