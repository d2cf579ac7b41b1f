using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>Dapper on an open connection, with the statements of the baseline; without tasks, which SQLite has no use for.</summary>
internal sealed class DapperContender : ConnectionContender
{
    public DapperContender(SqliteFile file)
        : base("Dapper", file)
    {
        Includes = new DapperIncludes(Connection);
        Finds = new DapperFinds(Connection);
        Writes = new DapperWrites(Connection);
    }

    public override IIncludes Includes { get; }

    public override IFinds Finds { get; }

    public override IWrites Writes { get; }
}
