using Npgsql;
using Relations.Benchmarks.Models;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>For many tasks at once: each call takes a connection of the data source, which keeps its statements prepared.</summary>
internal sealed class NpgsqlSharedFinds(NpgsqlDataSource source) : IFinds
{
    public async ValueTask<object?> DoctorAsync(int id)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(PostgreSqlText.Doctor, connection) { Parameters = { new NpgsqlParameter<int> { TypedValue = id } } };
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new Doctor { Id = reader.GetInt32(0), Name = reader.GetString(1) } : null;
    }

    public async ValueTask<object?> PatientsAsync(int doctorId)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(PostgreSqlText.Patients, connection) { Parameters = { new NpgsqlParameter<int> { TypedValue = doctorId } } };
        return await NpgsqlFinds.ReadPatientsAsync(command);
    }

    public ValueTask<object?> PatientsAsync(int doctorId, int bornFrom, DateTime seenFrom) => throw new NotSupportedException();

    public ValueTask<object?> DoctorsOfAsync(int bornBefore) => throw new NotSupportedException();
}
