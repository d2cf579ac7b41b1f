using Clinic;
using Microsoft.Data.Sqlite;
using Relations.Sqlite;

namespace Relations.AotSmoke.Story;

/// <summary>SQL of the program's own, somebody else's connection, several databases and threads.</summary>
internal static class Sessions
{
    public static async Task TellAsync(Steps steps, SqliteDatabase db)
    {
        var doctors = new DoctorRepository(db);
        steps.Same(Text.Join(await db.QueryAsync($"SELECT \"Name\" FROM \"Doctor\" WHERE \"Id\" > {1}", static reader => reader.GetString(0))), "Link");
        steps.Same(Text.Of(await doctors.QueryAsync($"SELECT * FROM \"Doctor\" WHERE \"Name\" LIKE {"M%"}")), "Mario");
        steps.Same(await db.ExecuteAsync($"UPDATE \"Patient\" SET \"BirthYear\" = {1984} WHERE \"Name\" = {"Luigi"}"), 1);

        await using (var connection = new SqliteConnection(db.ConnectionString))
        {
            await connection.OpenAsync();
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            var attached = doctors.In(db.Attach(connection, transaction));
            await attached.Patients(2).LinkAsync(1, new() { At = Doctors.Monday });
            steps.Same(Text.WithPatients(await attached.Include(d => d.Patients).ToListAsync()), "Mario: Luigi; Link: Luigi, Zelda");
        } // not committed

        steps.Same(Text.Of(await doctors.Patients(2).ToListAsync()), "Zelda");

        await using var memory = new SqliteDatabase("Data Source=:memory:");
        await RelationsModel.CreateSchemaAsync(memory);
        steps.Same(await doctors.In(memory).CountAsync(), 0);

        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await doctors.Patients(1).CountAsync())));
        steps.Same(counts.Sum(), 4);
    }
}
