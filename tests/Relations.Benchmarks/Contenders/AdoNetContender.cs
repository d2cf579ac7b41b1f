using Microsoft.Data.Sqlite;
using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>Microsoft.Data.Sqlite as a careful person uses it: commands are prepared once and kept, readers know their columns.</summary>
internal sealed class AdoNetContender : ConnectionContender
{
    public AdoNetContender(SqliteFile file)
        : base(Baseline, file)
    {
        Includes = new AdoNetIncludes(this);
        Finds = new AdoNetFinds(this);
        Writes = new AdoNetWrites(this);
    }

    public override IIncludes Includes { get; }

    public override IFinds Finds { get; }

    public override IWrites Writes { get; }

    public SqliteCommand Prepare(string sql, params (string Name, SqliteType Type)[] parameters)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
        {
            command.Parameters.Add(name, type);
        }

        command.Prepare();
        return command;
    }
}
