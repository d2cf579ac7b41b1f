using Npgsql;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Npgsql as a careful person uses it: commands are prepared once and kept, on a connection that stays open; readers know their columns.</summary>
internal sealed class NpgsqlContender : PostgreSqlContender
{
    private readonly NpgsqlDataSource source;

    public NpgsqlContender(ClinicDatabase clinic)
        : base(Baseline, clinic)
    {
        source = clinic.OpenSource(Counter);
        Connection = source.OpenConnection();
        Includes = new NpgsqlIncludes(this);
        Finds = new NpgsqlFinds(this);
        Writes = new NpgsqlWrites(this);
        SharedFinds = new NpgsqlSharedFinds(source);
    }

    public NpgsqlConnection Connection { get; }

    public override IIncludes Includes { get; }

    public override IFinds Finds { get; }

    public override IWrites Writes { get; }

    public override IFinds SharedFinds { get; }

    public NpgsqlCommand Prepare(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, Connection);
        command.Parameters.AddRange(parameters);
        command.Prepare();
        return command;
    }

    public override async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await source.DisposeAsync();
    }
}
