using Relations.Benchmarks.Work;
using Relations.Sqlite;

namespace Relations.Benchmarks.Contenders;

/// <summary>Relations, as its documentation says it is used.</summary>
internal sealed class RelationsContender : SqliteContender
{
    private readonly SqliteDatabase database;
    private readonly RelationsWork work;

    public RelationsContender(SqliteFile file)
        : base(Ours, file)
    {
        database = new SqliteDatabase(file.ConnectionString);
        work = new RelationsWork(database);
    }

    public override IIncludes Includes => work;

    public override IFinds Finds => work;

    public override IWrites Writes => work;

    public override ValueTask<int> CountStatementsAsync(Func<ValueTask<object?>> work) => this.work.CountStatementsAsync(work);

    public override async ValueTask ResetAsync()
    {
        _ = await database.ExecuteAsync($"DELETE FROM Appointment WHERE Id > {File.Data.Appointments}");
        _ = await database.ExecuteAsync($"DELETE FROM Patient WHERE Pid > {File.Data.Patients}");
        _ = await database.QueryAsync($"PRAGMA wal_checkpoint(TRUNCATE)", static reader => reader.GetInt32(0));
    }

    public override ValueTask DisposeAsync() => database.DisposeAsync();
}
