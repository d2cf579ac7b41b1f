using System.Globalization;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

internal sealed class NativeWrites(NativeContender contender) : IWrites
{
    private readonly NativeStatement begin = contender.Prepare(Sql.Begin);
    private readonly NativeStatement commit = contender.Prepare(Sql.Commit);
    private readonly NativeStatement insertPatient = contender.Prepare(Sql.InsertPatient);
    private readonly NativeStatement insertAppointment = contender.Prepare(Sql.InsertAppointment);
    private readonly NativeStatement insertAppointments = contender.Prepare(Sql.InsertAppointments);

    public ValueTask<object?> CreateAsync(int doctorId, string name, int birthYear, DateTime at)
    {
        begin.Run();
        insertPatient.Bind(1, name);
        insertPatient.Bind(2, birthYear);
        _ = insertPatient.Step();
        var id = insertPatient.Int(0);
        insertPatient.Reset();
        Insert(doctorId, id, at);
        commit.Run();
        return new(new Patient { Pid = id, Name = name, BirthYear = birthYear });
    }

    public ValueTask<object?> LinkAsync(int doctorId, int patientId, DateTime at)
    {
        Insert(doctorId, patientId, at);
        return default;
    }

    public ValueTask<object?> LinkAllAsync(int doctorId, IReadOnlyList<int> patientIds, DateTime at)
    {
        insertAppointments.Bind(1, doctorId);
        insertAppointments.Bind(2, Text(at));
        insertAppointments.Bind(3, Sql.Keys(patientIds));
        insertAppointments.Run();
        return default;
    }

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private void Insert(int doctorId, int patientId, DateTime at)
    {
        insertAppointment.Bind(1, doctorId);
        insertAppointment.Bind(2, patientId);
        insertAppointment.Bind(3, Text(at));
        insertAppointment.Run();
    }
}
