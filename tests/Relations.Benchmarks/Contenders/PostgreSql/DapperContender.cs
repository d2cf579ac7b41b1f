using Npgsql;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Dapper on an open connection that keeps its statements prepared, with the statements of the baseline.</summary>
internal sealed class DapperContender : PostgreSqlContender
{
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlConnection connection;

    public DapperContender(ClinicDatabase clinic)
        : base("Dapper", clinic)
    {
        source = clinic.OpenSource(Counter);
        connection = source.OpenConnection();
        Includes = new DapperIncludes(connection);
        Finds = new DapperFinds(() => new(connection), keepsOpen: true);
        Writes = new DapperWrites(connection);
        SharedFinds = new DapperFinds(() => source.OpenConnectionAsync(), keepsOpen: false);
    }

    public override IIncludes Includes { get; }

    public override IFinds Finds { get; }

    public override IWrites Writes { get; }

    public override IFinds SharedFinds { get; }

    public override async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await source.DisposeAsync();
    }
}
