using Relations.Benchmarks.Work;
using Relations.PostgreSql;

namespace Relations.Benchmarks.Contenders.PostgreSql;

/// <summary>Relations, as its documentation says it is used.</summary>
internal sealed class RelationsContender : PostgreSqlContender
{
    private readonly PostgreSqlDatabase database;
    private readonly RelationsWork work;

    public RelationsContender(ClinicDatabase clinic)
        : base(Ours, clinic)
    {
        database = new PostgreSqlDatabase(clinic.ConnectionString);
        work = new RelationsWork(database);
    }

    public override IIncludes Includes => work;

    public override IFinds Finds => work;

    public override IWrites Writes => work;

    public override IFinds SharedFinds => work;

    public override ValueTask<int> CountStatementsAsync(Func<ValueTask<object?>> work) => this.work.CountStatementsAsync(work);

    public override ValueTask DisposeAsync() => database.DisposeAsync();
}
