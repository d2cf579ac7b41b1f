using Relations.Benchmarks.Work;

namespace Relations.Benchmarks.Contenders;

/// <summary>SQLite's C functions called directly, with what is known of this one model: the limit.</summary>
internal sealed class NativeContender : ConnectionContender
{
    private readonly List<NativeStatement> statements = [];

    public NativeContender(SqliteFile file)
        : base("Native", file)
    {
        Includes = new NativeIncludes(this);
        Finds = new NativeFinds(this);
        Writes = new NativeWrites(this);
    }

    public override IIncludes Includes { get; }

    public override IFinds Finds { get; }

    public override IWrites Writes { get; }

    public NativeStatement Prepare(string sql)
    {
        var statement = new NativeStatement(Connection.Handle!.DangerousGetHandle(), sql);
        statements.Add(statement);
        return statement;
    }

    public override ValueTask DisposeAsync()
    {
        statements.ForEach(static statement => statement.Finish());
        return base.DisposeAsync();
    }
}
